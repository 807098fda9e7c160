using SockJS.Protocol.WebSockets;
using Xunit;

namespace SockJS.Tests.Protocol.WebSockets;

public sealed class WebSocketHandshakeTests
{
    // Websocket.test_headersSanity; the pair is the example of RFC 6455, section 1.3.
    [Fact]
    public void The_example_of_the_rfc_is_accepted() =>
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WebSocketHandshake.ComputeAccept("dGhlIHNhbXBsZSBub25jZQ=="));

    [Fact]
    public void A_key_is_sixteen_bytes_in_base64()
    {
        Assert.True(WebSocketHandshake.IsValidKey("dGhlIHNhbXBsZSBub25jZQ=="));
        Assert.True(WebSocketHandshake.IsValidKey(Convert.ToBase64String(new byte[16])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ")]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ= ")]
    [InlineData("dGhlIHNhbXBsZSBub25jZSE=")]
    [InlineData("dGhlIHNhbXBsZSBub25jZSEh")]
    [InlineData("dGhlIHNhbXBsZSBub25jZQ==dGhlIHNhbXBsZSBub25jZQ==")]
    [InlineData("dGhlIHNhbXBs*SBub25jZQ==")]
    [InlineData("    dGhlIHNhbXBsZSBub25j")]
    public void Nothing_else_is_a_key(string? key) => Assert.False(WebSocketHandshake.IsValidKey(key));
}
