using System.Text;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol.WebSockets;

public sealed class WebSocketFrameWriterTests
{
    [Theory]
    [InlineData(0, new byte[] { 0x81, 0 })]
    [InlineData(125, new byte[] { 0x81, 125 })]
    [InlineData(126, new byte[] { 0x81, 126, 0, 126 })]
    [InlineData(65535, new byte[] { 0x81, 126, 0xFF, 0xFF })]
    [InlineData(65536, new byte[] { 0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0 })]
    [InlineData(int.MaxValue, new byte[] { 0x81, 127, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF })]
    public void A_header_takes_the_shortest_form(int payloadLength, byte[] expected)
    {
        var header = new byte[WebSocketFrameWriter.MaxHeaderLength];

        var length = WebSocketFrameWriter.WriteHeader(header, WebSocketOpcode.Text, payloadLength);

        Assert.Equal(expected, header[..length]);
        Assert.Equal(length, WebSocketFrameWriter.GetHeaderLength(payloadLength));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65535)]
    [InlineData(65536)]
    public void A_frame_is_its_header_and_its_payload(int payloadLength)
    {
        byte[] payload = [.. Enumerable.Repeat((byte)'x', payloadLength)];
        var header = new byte[WebSocketFrameWriter.MaxHeaderLength];
        var headerLength = WebSocketFrameWriter.WriteHeader(header, WebSocketOpcode.Pong, payloadLength);

        var frame = Written.Bytes((ref PooledBuffer destination) =>
            WebSocketFrameWriter.AppendFrame(ref destination, WebSocketOpcode.Pong, payload));

        Assert.Equal([.. header[..headerLength], .. payload], frame);
    }

    [Fact]
    public void Frames_follow_one_another() =>
        Assert.Equal([0x81, 1, (byte)'o', 0x89, 0, 0x81, 2, 0xC3, 0xA9], Written.Bytes((ref PooledBuffer destination) =>
        {
            WebSocketFrameWriter.AppendTextFrame(ref destination, "o");
            WebSocketFrameWriter.AppendFrame(ref destination, WebSocketOpcode.Ping, default);
            WebSocketFrameWriter.AppendTextFrame(ref destination, "é");
        }));

    [Fact]
    public void Text_goes_as_utf8_with_lone_surrogates_replaced() => Generators.Holds(Generators.Text, text =>
    {
        var expected = Written.Bytes((ref PooledBuffer destination) =>
            WebSocketFrameWriter.AppendFrame(ref destination, WebSocketOpcode.Text, Encoding.UTF8.GetBytes(text)));
        var frame = Written.Bytes((ref PooledBuffer destination) => WebSocketFrameWriter.AppendTextFrame(ref destination, text));
        return frame.AsSpan().SequenceEqual(expected);
    });

    // RawWebsocket.test_close
    [Fact]
    public void A_close_frame_carries_code_and_reason() =>
        Assert.Equal([0x88, 10, 0x0B, 0xB8, .. "Go away!"u8], CloseFrame(3000, "Go away!"));

    [Fact]
    public void A_close_frame_without_reason_carries_the_code_alone() => Assert.Equal([0x88, 2, 0x03, 0xE8], CloseFrame(1000, ""));

    [Fact]
    public void A_close_frame_without_code_is_empty() => Assert.Equal([0x88, 0], CloseFrame(1005, "unused"));

    [Theory]
    [InlineData("a", 123, 123)]
    [InlineData("a", 200, 123)]
    [InlineData("é", 100, 122)]
    [InlineData("漢", 100, 123)]
    [InlineData("😀", 100, 120)]
    public void A_long_reason_is_cut_between_two_characters(string character, int count, int length)
    {
        var frame = CloseFrame(1000, Repeat(character, count));

        Assert.Equal(2 + length, frame[1]);
        Assert.Equal(Repeat(character, length / Encoding.UTF8.GetByteCount(character)), Encoding.UTF8.GetString(frame[4..]));
    }

    [Fact]
    public void Any_close_frame_can_be_parsed() => Generators.Holds(Generators.Text, reason =>
    {
        var frame = CloseFrame(3000, reason);
        return frame.Length <= 127
            && WebSocketClose.TryParse(frame.AsSpan(2), out var code, out var parsed)
            && code == 3000
            && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reason)).StartsWith(parsed, StringComparison.Ordinal);
    });

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] CloseFrame(int code, string reason) =>
        Written.Bytes((ref PooledBuffer destination) => WebSocketFrameWriter.AppendCloseFrame(ref destination, code, reason));
}
