using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol.WebSockets;

public sealed class WebSocketCloseTests
{
    [Fact]
    public void An_empty_payload_means_1005()
    {
        Assert.True(WebSocketClose.TryParse(default, out var code, out var reason));
        Assert.Equal((1005, ""), (code, reason));
    }

    [Fact]
    public void Code_and_reason_are_read()
    {
        Assert.True(WebSocketClose.TryParse([0x0B, 0xB8, .. "Grüße"u8], out var code, out var reason));
        Assert.Equal((3000, "Grüße"), (code, reason));
    }

    [Fact]
    public void Half_a_code_is_invalid() => Assert.False(WebSocketClose.TryParse([3], out _, out _));

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x61, 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void A_reason_that_is_not_utf8_is_invalid(byte[] reason) =>
        Assert.False(WebSocketClose.TryParse([0x03, 0xE8, .. reason], out _, out _));

    [Theory]
    [InlineData(1000)]
    [InlineData(1003)]
    [InlineData(1007)]
    [InlineData(1011)]
    [InlineData(1014)]
    [InlineData(3000)]
    [InlineData(4999)]
    public void Codes_that_may_be_sent_are_valid(int expected)
    {
        Assert.True(WebSocketClose.TryParse([(byte)(expected >> 8), (byte)expected], out var code, out _));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1004)]
    [InlineData(1005)]
    [InlineData(1006)]
    [InlineData(1015)]
    [InlineData(1016)]
    [InlineData(2999)]
    [InlineData(5000)]
    [InlineData(65535)]
    public void Codes_that_must_not_be_sent_are_invalid(int code) =>
        Assert.False(WebSocketClose.TryParse([(byte)(code >> 8), (byte)code], out _, out _));
}
