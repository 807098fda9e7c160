namespace SockJS.Conformance.Diagnostics;

/// <summary>What a meter says of each transport, while clients come and go in every way.</summary>
[OwnServer]
public sealed class MetricsTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Opened = "sockjs.server.opened_sessions";
    private const string Closed = "sockjs.server.closed_sessions";
    private const string Sessions = "sockjs.server.active_sessions";
    private const string Connections = "sockjs.server.active_connections";
    private const string Fallbacks = "sockjs.server.fallbacks";

    private static readonly (string Name, string Value) s_browser = ("User-Agent", "Browser/1.0");

    [Fact]
    public async Task Everything_is_counted_by_the_transport_and_what_is_open_returns_to_zero_after_mixed_ends()
    {
        // So long that none is over before all have begun.
        var server = StartEcho(options => options.DisconnectDelay = TimeSpan.FromSeconds(5));
        using var meters = new MeterProbe(server, "SockJS");
        foreach (var (method, path) in Calls.Receivers)
            await server.OpenAsync(new HttpCall(method, NewSession() + path));
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        var raw = await server.OpenWebSocketAsync("/echo/websocket");
        await raw.SendAsync("raw");
        Assert.Equal("raw", await raw.ReadTextAsync());
        await socket.SendAsync("""["one","two"]""");
        Assert.Equal("""a["one","two"]""", await socket.ReadTextAsync());

        string[] transports = ["eventsource", "htmlfile", "jsonp-polling", "rawwebsocket", "websocket", "xhr-polling", "xhr-streaming"];
        Assert.Equal(transports.Select(name => $"sockjs.endpoint=/echo, sockjs.transport={name}: 1"), meters.Sums(Opened));
        Assert.All(transports, name => Assert.Equal(1, meters.Now(Sessions, $"transport={name}")));
        // The heads of streams, which is all that was read, come before they are attached; polls are answered at once.
        await Eventually.IsTrueAsync(() => transports.All(name => meters.Now(Connections, $"transport={name}") == (name.EndsWith("polling", StringComparison.Ordinal) ? 0 : 1)));

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Close, [3, 232]));
        raw.Reset();
        await server.CutAsync();
        await Eventually.IsTrueAsync(() => meters.Sum(Closed) == transports.Length && meters.Sum("sockjs.server.session.duration") == transports.Length);
        await Eventually.IsTrueAsync(() => meters.Now(Sessions) == 0 && meters.Now(Connections) == 0);
        Assert.Equal(1, meters.Sum(Closed, "sockjs.close.kind=ClientClosed, sockjs.endpoint=/echo, sockjs.transport=websocket"));
        Assert.Equal(2, meters.Sum(Closed, "sockjs.close.kind=TimedOut"));
        Assert.Equal(4, meters.Sum(Closed, "sockjs.close.kind=Lost"));
        Assert.Equal(meters.Sums(Closed), meters.Sums("sockjs.server.session.duration"));
    }

    [Theory]
    [InlineData("/xhr_send", "[\"one\",\"two\"]")]
    [InlineData("/jsonp_send", "[\"one\",\"two\"]")]
    public async Task Messages_and_bytes_are_counted_both_ways_over_http(string sender, string body)
    {
        var server = StartEcho(_ => { });
        using var meters = new MeterProbe(server, "SockJS");
        var url = NewSession();
        await server.PostAsync(url + "/xhr");
        await server.PostAsync(url + sender, body);
        await server.PostAsync(url + sender, "[]");
        await server.PostAsync(url + sender, "broken");
        var reply = await server.PostAsync(url + "/xhr");

        Assert.Equal("a[\"one\",\"two\"]\n", reply.Body);
        const string Tags = "sockjs.endpoint=/echo, sockjs.transport=xhr-polling";
        Assert.Equal([$"{Tags}: 2"], meters.Sums("sockjs.server.received_messages"));
        Assert.Equal([$"{Tags}: {body.Length}"], meters.Sums("sockjs.server.received_bytes"));
        // The answer may arrive before its writer has counted it.
        await Eventually.IsTrueAsync(() => meters.Sum("sockjs.server.sent_messages") == 2);
        Assert.Equal([$"{Tags}: {reply.Body.Length - 1}"], meters.Sums("sockjs.server.sent_bytes"));
    }

    [Theory]
    [InlineData("/xhr_streaming", "POST", "xhr-streaming")]
    [InlineData("/eventsource", "GET", "eventsource")]
    public async Task A_session_soon_after_a_refused_upgrade_of_the_same_client_is_a_fallback(string path, string method, string transport)
    {
        var server = StartEcho(_ => { });
        using var meters = new MeterProbe(server, "SockJS");
        // What is left of an upgrade behind a proxy that does not pass it on.
        Expect.Status(400, await server.GetAsync(NewSession() + "/websocket", s_browser));
        await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming", ("User-Agent", "Another/1.0")));
        Assert.Empty(meters.Sums(Fallbacks));

        await server.OpenAsync(new HttpCall(method, NewSession() + path, s_browser));
        await server.OpenAsync(new HttpCall(method, NewSession() + path, s_browser));
        Assert.Equal([$"sockjs.endpoint=/echo, sockjs.fallback.cause=upgrade_refused, sockjs.transport={transport}: 1"], meters.Sums(Fallbacks));
    }

    [Fact]
    public async Task A_socket_that_broke_off_before_its_client_said_anything_counts_as_tried()
    {
        var server = StartEcho(_ => { });
        using var meters = new MeterProbe(server, "SockJS");
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket", s_browser);
        Assert.Equal("o", await socket.ReadTextAsync());
        socket.Reset();
        await Eventually.IsTrueAsync(() => meters.Sum(Closed) == 1);

        await Eventually.IsTrueAsync(async () =>
        {
            await server.PostAsync(NewSession() + "/xhr", s_browser);
            return meters.Sum(Fallbacks) == 1;
        });
        Assert.Equal(["sockjs.endpoint=/echo, sockjs.fallback.cause=socket_lost, sockjs.transport=xhr-polling: 1"], meters.Sums(Fallbacks));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_that_worked_or_was_closed_in_order_is_no_reason_to_fall_back(bool works)
    {
        var server = StartEcho(_ => { });
        using var meters = new MeterProbe(server, "SockJS");
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket", s_browser);
        Assert.Equal("o", await socket.ReadTextAsync());
        if (works)
        {
            await socket.SendAsync("[\"one\"]");
            Assert.Equal("a[\"one\"]", await socket.ReadTextAsync());
            socket.Reset();
        }
        else
        {
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Close, [3, 232]));
            Assert.Equal(WebSocketFrame.Close, (await socket.ReadFrameAsync()).Opcode);
            await socket.AssertEndAsync();
        }

        await Eventually.IsTrueAsync(() => meters.Sum(Closed) == 1);
        await server.PostAsync(NewSession() + "/xhr", s_browser);
        Assert.Empty(meters.Sums(Fallbacks));
    }
}
