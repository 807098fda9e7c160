namespace SockJS.Conformance.WebSockets;

/// <summary>WebSocket without SockJS frames.</summary>
public sealed class RawWebSocketTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "RawWebsocket.test_transport")]
    public async Task Messages_pass_as_they_are()
    {
        var socket = await Server.OpenWebSocketAsync("/echo/websocket");

        await socket.SendAsync("Hello world!\uffff");

        Assert.Equal("Hello world!\uffff", await socket.ReadTextAsync());
    }

    [Fact]
    [Trait("Suite", "RawWebsocket.test_close")]
    public async Task The_code_and_reason_of_the_application_are_in_the_close_frame()
    {
        var socket = await Server.OpenWebSocketAsync("/close/websocket");

        var close = await socket.ReadCloseAsync();

        Assert.Equal((3000, "Go away!"), (close.CloseCode, close.CloseReason));
    }

    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("[\"a")]
    [InlineData("\"")]
    [InlineData("{}")]
    [InlineData("\u0000\u2028\U0001F600")]
    [InlineData(" ")]
    public async Task Nothing_is_taken_for_json(string text)
    {
        var socket = await Server.OpenWebSocketAsync("/echo/websocket");

        await socket.SendAsync(text);

        Assert.Equal(text, await socket.ReadTextAsync());
    }

    [Fact]
    public async Task No_frame_of_sockjs_is_sent()
    {
        var socket = await Server.OpenWebSocketAsync("/echo/websocket");

        Assert.True(await socket.IsSilentAsync(TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task Each_message_is_one_message()
    {
        var socket = await Server.OpenWebSocketAsync("/echo/websocket");

        for (var i = 0; i < 100; i++)
            await socket.SendAsync($"{i}");

        for (var i = 0; i < 100; i++)
            Assert.Equal($"{i}", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Binary_messages_are_taken_as_text()
    {
        var socket = await Server.OpenWebSocketAsync("/echo/websocket");

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Binary, "text"u8.ToArray()));

        Assert.Equal("text", await socket.ReadTextAsync());
    }

    [Fact]
    [OwnServer]
    public async Task A_handler_that_returns_closes_with_1000()
    {
        var server = Start("/done", _ => Task.CompletedTask);
        var socket = await server.OpenWebSocketAsync("/done/websocket");

        Assert.Equal(1000, (await socket.ReadCloseAsync()).CloseCode);
    }

    [Fact]
    [OwnServer]
    public async Task What_was_sent_before_a_close_is_delivered_before_it()
    {
        var server = Start("/bye", async connection =>
        {
            for (var i = 0; i < 100; i++)
                await connection.SendAsync($"{i}");
            await connection.CloseAsync(4000, "Bye");
        });
        var socket = await server.OpenWebSocketAsync("/bye/websocket");

        for (var i = 0; i < 100; i++)
            Assert.Equal($"{i}", await socket.ReadTextAsync());
        Assert.Equal(4000, (await socket.ReadCloseAsync()).CloseCode);
    }
}
