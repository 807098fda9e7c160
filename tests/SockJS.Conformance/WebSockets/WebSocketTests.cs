namespace SockJS.Conformance.WebSockets;

/// <summary>WebSocket with SockJS frames.</summary>
public sealed class WebSocketTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "Websocket.test_transport")]
    public async Task A_socket_opens_and_echoes()
    {
        var socket = await OpenAsync();

        await socket.SendAsync("""["a"]""");
        Assert.Equal("""a["a"]""", await socket.ReadTextAsync());
    }

    [Fact]
    [Trait("Suite", "Websocket.test_close")]
    public async Task The_application_closes_with_a_frame_and_then_in_order()
    {
        var socket = await Server.OpenWebSocketAsync(NewSession("/close") + "/websocket");

        Assert.Equal("o", await socket.ReadTextAsync());
        Assert.Equal("""c[3000,"Go away!"]""", await socket.ReadTextAsync());
        var close = await socket.ReadCloseAsync();
        Assert.Equal((1000, "Normal closure"), (close.CloseCode, close.CloseReason));
    }

    [Fact]
    [Trait("Suite", "Websocket.test_empty_frame")]
    public async Task Empty_messages_do_nothing()
    {
        var socket = await OpenAsync();

        await socket.SendAsync("");
        await socket.SendAsync("[]");
        await socket.SendAsync("""["a"]""");
        Assert.Equal("""a["a"]""", await socket.ReadTextAsync());
    }

    [Fact]
    [Trait("Suite", "Websocket.test_reuseSessionId")]
    public async Task Sockets_may_share_a_session_id()
    {
        var url = NewSession() + "/websocket";
        var first = await Server.OpenWebSocketAsync(url);
        var second = await Server.OpenWebSocketAsync(url);
        Assert.Equal("o", await first.ReadTextAsync());
        Assert.Equal("o", await second.ReadTextAsync());

        await first.SendAsync("""["a"]""");
        Assert.Equal("""a["a"]""", await first.ReadTextAsync());
        await second.SendAsync("""["b"]""");
        Assert.Equal("""a["b"]""", await second.ReadTextAsync());
        await first.DropAsync();
        await second.DropAsync();

        var third = await Server.OpenWebSocketAsync(url);
        Assert.Equal("o", await third.ReadTextAsync());
        await third.SendAsync("""["c"]""");
        Assert.Equal("""a["c"]""", await third.ReadTextAsync());
    }

    [Theory]
    [Trait("Suite", "Websocket.test_broken_json")]
    [InlineData("[\"a")]
    [InlineData("x")]
    [InlineData("[\"a\"] x")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("[1]")]
    [InlineData(" ")]
    public async Task What_cannot_be_decoded_ends_the_connection_without_another_text(string text)
    {
        var socket = await OpenAsync();

        await socket.SendAsync(text);

        var close = await socket.ReadCloseAsync();
        Assert.Equal((3000, "Broken framing."), (close.CloseCode, close.CloseReason));
    }

    [Theory]
    [InlineData("[\"a")]
    [InlineData("\u00ff")]
    public async Task After_a_refused_message_the_answer_to_the_close_ends_the_connection_at_once(string latin1)
    {
        // The server gives up waiting for an answer after two seconds. One try of three that takes less tells that it saw the answer.
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3 && fastest > TimeSpan.FromSeconds(1); i++)
        {
            var socket = await OpenAsync();
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Text, System.Text.Encoding.Latin1.GetBytes(latin1)));
            var start = TimeProvider.System.GetTimestamp();
            await socket.ReadCloseAsync();
            var time = TimeProvider.System.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        Assert.True(fastest < TimeSpan.FromSeconds(1), $"It took {fastest}.");
    }

    [Theory]
    [InlineData("\"bare\"", "a[\"bare\"]")]
    [InlineData("[\"a\",\"b\"]", "a[\"a\"]", "a[\"b\"]")]
    [InlineData(" [ \"a\" ] ", "a[\"a\"]")]
    [InlineData("[\"\\ud800\"]", "a[\"\\ud800\"]")]
    public async Task A_message_is_a_string_or_an_array_of_strings(string sent, params string[] received)
    {
        var socket = await OpenAsync();

        await socket.SendAsync(sent);

        // Two answers may share a frame.
        var frames = "";
        while (frames.Count(c => c == '"') < 2 * received.Length)
            frames += (await socket.ReadTextAsync()).Replace("\",\"", "\"]a[\"", StringComparison.Ordinal);
        Assert.Equal(string.Concat(received), frames);
    }

    [Fact]
    public async Task Binary_messages_are_taken_as_text()
    {
        var socket = await OpenAsync();

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Binary, """["a"]"""u8.ToArray()));

        Assert.Equal("""a["a"]""", await socket.ReadTextAsync());
    }

    [Theory]
    [InlineData(1000, "")]
    [InlineData(1001, "gone")]
    [InlineData(4321, "own")]
    [OwnServer]
    public async Task A_client_that_closes_is_answered_and_the_application_told(int code, string reason)
    {
        var server = StartRecorder(_ => { }, out var log);
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        await socket.SendAsync(WebSocketFrame.OfClose(code, reason));

        Assert.Equal(code, (await socket.ReadCloseAsync()).CloseCode);
        Assert.Equal(new SockJSCloseReason(SockJSCloseKind.ClientClosed, code, reason), await log.NextAsync());
    }

    [Theory]
    [InlineData("/close/000/unanswered/websocket")]
    [InlineData("/close/websocket")]
    public async Task A_client_that_does_not_answer_the_close_is_cut_off(string path)
    {
        var socket = await Server.OpenWebSocketAsync(path);
        while ((await socket.ReadFrameAsync()).Opcode != WebSocketFrame.Close)
        {
        }

        await socket.AssertEndAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [OwnServer]
    public async Task A_lost_socket_ends_its_session_at_once(bool reset)
    {
        var server = StartRecorder(options => options.DisconnectDelay = TimeSpan.FromHours(1), out var log);
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        if (reset)
            socket.Reset();
        else
            await socket.DropAsync();

        var end = await log.NextAsync();
        Assert.Equal((SockJSCloseKind.Lost, 1006), (end.Kind, end.Code));
    }

    [Fact]
    public async Task A_websocket_session_has_no_other_urls()
    {
        var url = NewSession();
        var socket = await Server.OpenWebSocketAsync(url + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        Expect.Status(404, await Server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(100_000)]
    public async Task Messages_of_any_length_pass(int length)
    {
        var text = new string('x', length);
        var socket = await OpenAsync();

        await socket.SendAsync($"[\"{text}\"]");

        Assert.Equal($"a[\"{text}\"]", await socket.ReadTextAsync());
    }

    private async Task<WebSocketClient> OpenAsync()
    {
        var socket = await Server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        return socket;
    }
}
