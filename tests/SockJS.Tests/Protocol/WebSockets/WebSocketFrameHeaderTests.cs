using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol.WebSockets;

public sealed class WebSocketFrameHeaderTests
{
    [Theory]
    [InlineData(new byte[] { 0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D }, true, 1, 5, 6)]
    [InlineData(new byte[] { 0x01, 0x80, 0x37, 0xFA, 0x21, 0x3D }, false, 1, 0, 6)]
    [InlineData(new byte[] { 0x80, 0xFD, 0x37, 0xFA, 0x21, 0x3D }, true, 0, 125, 6)]
    [InlineData(new byte[] { 0x82, 0xFE, 0x00, 0x7E, 0x37, 0xFA, 0x21, 0x3D }, true, 2, 126, 8)]
    [InlineData(new byte[] { 0x82, 0xFE, 0xFF, 0xFF, 0x37, 0xFA, 0x21, 0x3D }, true, 2, 65535, 8)]
    [InlineData(new byte[] { 0x82, 0xFF, 0, 0, 0, 0, 0, 1, 0, 0, 0x37, 0xFA, 0x21, 0x3D }, true, 2, 65536, 14)]
    [InlineData(new byte[] { 0x82, 0xFF, 0x7F, 255, 255, 255, 255, 255, 255, 255, 0x37, 0xFA, 0x21, 0x3D }, true, 2, long.MaxValue, 14)]
    [InlineData(new byte[] { 0x88, 0x80, 0x37, 0xFA, 0x21, 0x3D }, true, 8, 0, 6)]
    [InlineData(new byte[] { 0x89, 0xFD, 0x37, 0xFA, 0x21, 0x3D }, true, 9, 125, 6)]
    [InlineData(new byte[] { 0x8A, 0x81, 0x37, 0xFA, 0x21, 0x3D }, true, 10, 1, 6)]
    public void A_valid_header_is_read_once_it_is_complete(byte[] data, bool fin, int opcode, long payloadLength, int headerLength)
    {
        byte[] followed = [.. data, 1, 2, 3];

        Assert.Equal(WebSocketHeaderStatus.Ok, WebSocketFrameHeader.TryRead(followed, out var header));
        Assert.Equal(fin, header.Fin);
        Assert.Equal((WebSocketOpcode)opcode, header.Opcode);
        Assert.Equal(payloadLength, header.PayloadLength);
        Assert.Equal(headerLength, header.HeaderLength);
        Assert.Equal(0x3D21FA37u, header.MaskKey);
        for (var length = 0; length < data.Length; length++)
            Assert.Equal(WebSocketHeaderStatus.NeedMore, WebSocketFrameHeader.TryRead(data.AsSpan(0, length), out _));
    }

    [Theory]
    [InlineData(new byte[] { 0xC1 })]
    [InlineData(new byte[] { 0xA1 })]
    [InlineData(new byte[] { 0x91 })]
    public void Reserved_bits_are_invalid(byte[] data) => AssertInvalid(data);

    [Theory]
    [InlineData(0x83)]
    [InlineData(0x87)]
    [InlineData(0x8B)]
    [InlineData(0x8F)]
    public void Unknown_opcodes_are_invalid(byte first) => AssertInvalid([first]);

    [Fact]
    public void Unmasked_frames_are_invalid() => AssertInvalid([0x81, 0x05]);

    [Theory]
    [InlineData(new byte[] { 0x08 })]
    [InlineData(new byte[] { 0x09 })]
    [InlineData(new byte[] { 0x0A })]
    public void Fragmented_control_frames_are_invalid(byte[] data) => AssertInvalid(data);

    [Theory]
    [InlineData(new byte[] { 0x88, 0xFE })]
    [InlineData(new byte[] { 0x89, 0xFF })]
    public void Long_control_frames_are_invalid(byte[] data) => AssertInvalid(data);

    [Theory]
    [InlineData(new byte[] { 0x81, 0xFE, 0x00, 0x7D, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void Lengths_that_take_more_bytes_than_they_need_are_invalid(byte[] data) => AssertInvalid(data);

    [Fact]
    public void A_length_with_the_highest_bit_is_invalid() =>
        AssertInvalid([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);

    [Fact]
    public void Random_bytes_never_throw_and_a_header_never_exceeds_them() => Generators.Holds(Generators.Bytes, data =>
        WebSocketFrameHeader.TryRead(data, out var header) != WebSocketHeaderStatus.Ok
        || (header.HeaderLength <= data.Length && header.PayloadLength >= 0 && Enum.IsDefined(header.Opcode)));

    [Fact]
    public void A_written_frame_comes_back_once_a_client_has_masked_it() => Generators.Holds(Generators.Utf8, payload =>
    {
        var frame = Written.Bytes((ref PooledBuffer destination) =>
            WebSocketFrameWriter.AppendFrame(ref destination, WebSocketOpcode.Binary, payload));
        var masked = MaskedFrame.FromServerFrame(frame, 0x3D21FA37);

        var status = WebSocketFrameHeader.TryRead(masked, out var header);
        var body = masked.AsSpan(header.HeaderLength);
        WebSocketMask.Apply(body, header.MaskKey);
        return status == WebSocketHeaderStatus.Ok && header.Fin && header.Opcode == WebSocketOpcode.Binary
            && header.PayloadLength == payload.Length && body.SequenceEqual(payload);
    });

    private static void AssertInvalid(byte[] data) =>
        Assert.Equal(WebSocketHeaderStatus.Invalid, WebSocketFrameHeader.TryRead(data, out _));
}
