namespace SockJS.Conformance.Sessions;

/// <summary>Heartbeats, and sessions that nobody comes back to.</summary>
[OwnServer]
public sealed class TimerTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(500);

    // Long enough for the next request, on a busy machine too.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_heartbeat_ends_a_poll()
    {
        var server = StartEcho(options => options.HeartbeatInterval = s_short);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);

        Assert.Equal("h\n", (await server.PostAsync(url + "/xhr")).Body);
        Assert.Equal("/**/cb(\"h\");\r\n", (await server.GetAsync(url + "/jsonp?c=cb")).Body);
    }

    [Theory]
    [InlineData("POST", "xhr_streaming", "h\n")]
    [InlineData("GET", "eventsource", "data: h\r\n\r\n")]
    [InlineData("GET", "htmlfile?c=cb", "<script>\np(\"h\");\n</script>\r\n")]
    public async Task Heartbeats_repeat_on_a_stream_longer_than_a_session_would_live_alone(string method, string transport, string heartbeat)
    {
        var server = StartEcho(options =>
        {
            options.HeartbeatInterval = s_short;
            options.DisconnectDelay = s_short;
        });
        var stream = await server.OpenAsync(new HttpCall(method, $"{NewSession()}/{transport}"));
        await stream.ReadAsync();
        await stream.ReadAsync();

        for (var i = 0; i < 4; i++)
            Assert.Equal(heartbeat, await stream.ReadAsync());
    }

    [Fact]
    public async Task Heartbeats_count_towards_the_response_limit()
    {
        var server = StartEcho(options =>
        {
            options.HeartbeatInterval = s_short;
            options.ResponseLimit = "o\nh\nh\n".Length;
        });
        var stream = await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
        await stream.ReadAsync();

        Assert.Equal("o\n", await stream.ReadAsync());
        Assert.Equal("h\n", await stream.ReadAsync());
        Assert.Equal("h\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    public async Task A_websocket_gets_the_heartbeat_as_frame_and_as_ping()
    {
        var server = StartEcho(options => options.HeartbeatInterval = s_short);
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        await AssertNextHeartbeatAsync(socket);
        await AssertNextHeartbeatAsync(socket);
    }

    [Fact]
    public async Task A_raw_websocket_gets_pings_only_and_lives_on_pongs()
    {
        var server = StartEcho(options =>
        {
            options.HeartbeatInterval = s_short;
            options.PongTimeout = TimeSpan.FromSeconds(10);
        });
        var socket = await server.OpenWebSocketAsync("/echo/websocket");

        for (var i = 0; i < 3; i++)
        {
            var frame = await socket.ReadFrameAsync();
            Assert.Equal(WebSocketFrame.Ping, frame.Opcode);
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Pong, frame.Payload));
        }
    }

    [Theory]
    [InlineData("/echo/000/pong/websocket", "c[3000,\"No response from heartbeat\"]")]
    [InlineData("/echo/websocket", null)]
    public async Task A_websocket_that_answers_no_ping_is_closed(string path, string? closeFrame)
    {
        var server = StartRecorder(
            options =>
            {
                options.HeartbeatInterval = s_short;
                options.PongTimeout = s_short;
            },
            out var log);
        var socket = await server.OpenWebSocketAsync(path);

        var texts = new List<string>();
        WebSocketFrame frame;
        while ((frame = await socket.ReadFrameAsync()).Opcode is WebSocketFrame.Text or WebSocketFrame.Ping)
        {
            if (frame.Opcode == WebSocketFrame.Text)
                texts.Add(frame.PayloadText);
        }

        Assert.Equal(WebSocketFrame.Close, frame.Opcode);
        Assert.Equal(closeFrame, texts.LastOrDefault());
        await socket.AssertEndAsync();
        var reason = await log.NextAsync();
        Assert.Equal(SockJSCloseKind.NoPong, reason.Kind);
    }

    [Fact]
    public async Task A_session_that_nobody_polls_is_forgotten_and_the_application_told()
    {
        var server = StartRecorder(options => options.DisconnectDelay = s_short, out var log);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);

        var reason = await log.NextAsync();

        Assert.Equal(SockJSCloseKind.TimedOut, reason.Kind);
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task A_send_does_not_prolong_the_life_of_a_session()
    {
        var server = StartRecorder(options => options.DisconnectDelay = TimeSpan.FromSeconds(1), out var log);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);

        await Eventually.IsTrueAsync(async () => (await server.PostAsync(url + "/xhr_send", "[]")).Status == 404);

        Assert.Equal(SockJSCloseKind.TimedOut, (await log.NextAsync()).Kind);
    }

    [Fact]
    public async Task A_waiting_poll_keeps_its_session_alive()
    {
        var server = StartRecorder(options => options.DisconnectDelay = s_delay, out var log);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        var poll = server.PostAsync(url + "/xhr");

        await Task.Delay(2 * s_delay);
        Assert.Empty(log.Reasons);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["x"]"""));

        Assert.Equal("a[\"x\"]\n", (await poll).Body);
    }

    [Fact]
    public async Task A_closed_session_is_forgotten_after_the_delay()
    {
        var server = Start("/done", _ => Task.CompletedTask, options => options.DisconnectDelay = s_delay);
        var url = NewSession("/done");
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        Assert.Equal("c[1000,\"Normal closure\"]\n", (await server.PostAsync(url + "/xhr")).Body);

        await Eventually.IsTrueAsync(async () => (await server.PostAsync(url + "/xhr_send", "[]")).Status == 404);

        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    private static async Task AssertNextHeartbeatAsync(WebSocketClient socket)
    {
        var pair = new[] { await socket.ReadFrameAsync(), await socket.ReadFrameAsync() }.OrderBy(f => f.Opcode).ToArray();
        Assert.Equal((WebSocketFrame.Text, "h"), (pair[0].Opcode, pair[0].PayloadText));
        Assert.Equal(WebSocketFrame.Ping, pair[1].Opcode);
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Pong, pair[1].Payload));
    }
}
