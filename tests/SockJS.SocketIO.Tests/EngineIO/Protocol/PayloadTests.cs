using System.Text;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.Tests.EngineIO.Protocol;

public sealed class PayloadTests
{
    [Theory]
    [InlineData("4a", "4a")]
    [InlineData("4a\u001e4b\u001e4c", "4a", "4b", "4c")]
    [InlineData("", "")]
    [InlineData("4a\u001e", "4a", "")]
    [InlineData("\u001e4a", "", "4a")]
    [InlineData("\u001e\u001e", "", "", "")]
    public void A_payload_comes_apart_at_each_separator(string payload, params string[] packets)
    {
        var reader = new PayloadReader(Encoding.UTF8.GetBytes(payload));
        var read = new List<string>();
        while (reader.TryReadNext(out var packet))
            read.Add(Encoding.UTF8.GetString(packet.Span));

        Assert.Equal(packets, read);
    }

    [Fact]
    public void Packets_are_written_with_separators_between_and_bytes_as_base64()
    {
        var payload = default(PooledBuffer);
        PayloadWriter.AppendText(ref payload, "4hello"u8);
        PayloadWriter.AppendBinary(ref payload, [1, 2, 3, 4]);
        PayloadWriter.AppendText(ref payload, "2"u8);

        Assert.Equal("4hello\u001ebAQIDBA==\u001e2", Encoding.UTF8.GetString(payload.WrittenSpan));
        payload.Free();
    }

    [Fact]
    public void Bytes_of_any_length_survive_the_way_through_base64()
    {
        for (var length = 0; length < 300; length++)
        {
            var data = Enumerable.Range(0, length).Select(static i => (byte)(i * 7)).ToArray();
            var payload = default(PooledBuffer);
            PayloadWriter.AppendBinary(ref payload, data);

            Assert.True(PacketDecoder.TryDecode(payload.WrittenSpan.ToArray(), out var packet));
            Assert.Equal(data, packet.Data.ToArray());
            payload.Free();
        }
    }
}
