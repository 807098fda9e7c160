using System.Text;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.Tests.EngineIO.Protocol;

public sealed class PacketDecoderTests
{
    [Theory]
    [InlineData("0{\"sid\":1}", '0', "{\"sid\":1}")]
    [InlineData("1", '1', "")]
    [InlineData("2probe", '2', "probe")]
    [InlineData("3probe", '3', "probe")]
    [InlineData("4", '4', "")]
    [InlineData("4hello", '4', "hello")]
    [InlineData("4bAQID", '4', "bAQID")]
    [InlineData("5", '5', "")]
    [InlineData("6", '6', "")]
    public void A_digit_and_a_payload_are_a_packet(string text, char type, string data)
    {
        Assert.True(PacketDecoder.TryDecode(Encoding.UTF8.GetBytes(text), out var packet));

        Assert.Equal((PacketType)type, packet.Type);
        Assert.Equal(data, Encoding.UTF8.GetString(packet.Data));
        Assert.False(packet.IsBinary);
    }

    [Theory]
    [InlineData("b", new byte[0])]
    [InlineData("bAQIDBA==", new byte[] { 1, 2, 3, 4 })]
    [InlineData("b/+8=", new byte[] { 0xFF, 0xEF })]
    public void Base64_is_a_binary_message(string text, byte[] data)
    {
        Assert.True(PacketDecoder.TryDecode(Encoding.UTF8.GetBytes(text), out var packet));

        Assert.Equal(PacketType.Message, packet.Type);
        Assert.Equal(data, packet.Data.ToArray());
        Assert.True(packet.IsBinary);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("/")]
    [InlineData("abc")]
    [InlineData(" 4")]
    [InlineData("bAQIDBA")]
    [InlineData("bAQIDBA=")]
    [InlineData("bAQ IDBA==")]
    [InlineData("bAQIDBA==\n")]
    [InlineData("bAQID-_==")]
    [InlineData("b====")]
    [InlineData("bAQIDBA==AQID")]
    public void Anything_else_is_none(string text)
        => Assert.False(PacketDecoder.TryDecode(Encoding.UTF8.GetBytes(text), out _));
}
