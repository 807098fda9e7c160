namespace SockJS.Conformance.WebSockets;

/// <summary>The way from HTTP to WebSocket.</summary>
public sealed class HandshakeTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "Websocket.test_headersSanity")]
    public async Task The_upgrade_is_answered_as_rfc_6455_wants()
    {
        var socket = await Server.OpenWebSocketAsync(NewSession() + "/websocket");

        Assert.Equal("upgrade", socket.Handshake["Connection"], ignoreCase: true);
        Assert.Equal("websocket", socket.Handshake["Upgrade"], ignoreCase: true);
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", socket.Handshake["Sec-WebSocket-Accept"]);
        Assert.Null(socket.Handshake["Content-Length"]);
        Assert.Null(socket.Handshake["Transfer-Encoding"]);
    }

    [Theory]
    [InlineData("keep-alive, Upgrade")]
    [InlineData("upgrade")]
    [InlineData("Upgrade,Keep-Alive")]
    public async Task Firefox_names_two_connection_options(string connection)
    {
        var socket = await Server.OpenWebSocketAsync(NewSession() + "/websocket", ("Connection", connection));

        Assert.Equal("o", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Neither_sub_protocol_nor_compression_is_agreed_on()
    {
        var socket = await Server.OpenWebSocketAsync(
            NewSession() + "/websocket",
            ("Sec-WebSocket-Protocol", "v12.stomp, chat"),
            ("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"));

        Assert.Null(socket.Handshake["Sec-WebSocket-Protocol"]);
        Assert.Null(socket.Handshake["Sec-WebSocket-Extensions"]);
        Assert.Equal("o", await socket.ReadTextAsync());
    }

    [Theory]
    [Trait("Suite", "WebsocketHttpErrors.test_httpMethod")]
    [InlineData("/0/0/websocket")]
    [InlineData("/websocket")]
    public async Task A_plain_get_is_a_bad_request(string path)
    {
        var reply = await Server.GetAsync("/echo" + path);

        Expect.Status(400, reply);
        Assert.Equal("Can \"Upgrade\" only to \"WebSocket\".", reply.Body);
    }

    [Theory]
    [Trait("Suite", "WebsocketHttpErrors.test_invalidConnectionHeader")]
    [InlineData("/0/0/websocket")]
    [InlineData("/websocket")]
    public async Task A_connection_header_that_asks_for_no_upgrade_is_a_bad_request(string path)
    {
        var reply = await Server.GetAsync("/echo" + path, ("Upgrade", "WebSocket"), ("Connection", "close"));

        Expect.Status(400, reply);
        Assert.Equal("\"Connection\" must be \"Upgrade\".", reply.Body);
    }

    [Theory]
    [Trait("Suite", "WebsocketHttpErrors.test_invalidMethod")]
    [InlineData("/0/0/websocket")]
    [InlineData("/websocket")]
    public async Task A_post_is_not_allowed_with_or_without_upgrade(string path)
    {
        Expect.NotAllowed("GET", await Server.PostAsync("/echo" + path));
        Expect.NotAllowed("GET", await Server.SendAsync(WebSocketClient.Upgrade("/echo" + path) with { Method = "POST" }));
    }

    [Theory]
    [InlineData("Sec-WebSocket-Version", "8")]
    [InlineData("Sec-WebSocket-Version", "99")]
    [InlineData("Sec-WebSocket-Version", "")]
    [InlineData("Sec-WebSocket-Key", "")]
    [InlineData("Sec-WebSocket-Key", "short")]
    [InlineData("Upgrade", "h2c")]
    [InlineData("Upgrade", "WebSocketX")]
    public async Task A_bad_handshake_is_a_bad_request(string header, string value)
    {
        foreach (var path in new[] { "/echo/0/0/websocket", "/echo/websocket" })
        {
            var reply = await Server.SendAsync(WebSocketClient.Upgrade(path, (header, value)));
            Assert.True(reply.Status is 400 or 426, $"Status {reply.Status}");
        }
    }

    [Fact]
    public async Task A_query_is_no_obstacle()
        => Assert.Equal("o", await (await Server.OpenWebSocketAsync(NewSession() + "/websocket?token=1&t=2")).ReadTextAsync());
}
