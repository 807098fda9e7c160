using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>Who gets a session, who may use it, and how many there are.</summary>
[OwnServer]
public sealed class EngineAccessTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string Handshake = EnginePaths.Engine + EnginePaths.Polling;
    private const string SocketHandshake = EnginePaths.Engine + EnginePaths.WebSocket;
    private const string Unknown = """{"code":1,"message":"Session ID unknown"}""";

    private static readonly (string Name, string Value) s_foreign = ("Origin", "http://evil.example");

    [Fact]
    public async Task The_application_refuses_sessions_in_its_own_words_over_either_transport()
    {
        var server = StartEcho(options => options.OnHandshake = static handshake =>
        {
            handshake.HttpContext.Response.Headers["X-Asked"] = "yes";
            if (handshake.Query.ContainsKey("deny"))
                handshake.Refuse("\"Not\" today");
            return default;
        });

        var polling = await server.GetAsync(Handshake + "&deny=1");
        Assert.Equal((403, "application/json", "yes"), (polling.Status, polling["Content-Type"], polling["X-Asked"]));
        Assert.Equal("""{"code":4,"message":"\"Not\" today"}""", polling.Body);
        var socket = await server.SendAsync(WebSocketClient.Upgrade(SocketHandshake + "&deny=1"));
        Assert.Equal((403, polling.Body), (socket.Status, socket.Body));

        var session = await EnginePolling.OpenAsync(server);
        Assert.Equal("yes", session.Handshake["X-Asked"]);
        Assert.Null((await session.PostAsync("4a"))["X-Asked"]);
        Assert.Equal("yes", (await EngineSocket.OpenAsync(server)).WebSocket.Handshake["X-Asked"]);
    }

    [Fact]
    public async Task A_foreign_page_is_refused_each_request_and_harms_no_session()
    {
        var server = StartEcho(static _ => { });
        var session = await EnginePolling.OpenAsync(server);
        HttpCall[] calls =
        [
            HttpCall.Get(Handshake, s_foreign),
            HttpCall.Get(session.Url, s_foreign),
            HttpCall.Post(session.Url, "1", s_foreign),
            HttpCall.Post(session.Url, "4a", s_foreign, ("Content-Type", "application/octet-stream")),
            HttpCall.Options(session.Url, s_foreign, ("Access-Control-Request-Method", "POST")),
            WebSocketClient.Upgrade(SocketHandshake, s_foreign),
            WebSocketClient.Upgrade($"{SocketHandshake}&sid={session.Sid}", s_foreign),
            WebSocketClient.Upgrade(SocketHandshake, ("Origin", "null")),
        ];

        foreach (var call in calls)
        {
            var reply = await server.SendAsync(call);
            Assert.Equal((403, null), (reply.Status, reply["Access-Control-Allow-Origin"]));
        }

        await session.AssertOpenAsync();
    }

    [Fact]
    public async Task A_page_of_a_known_origin_may_read_answers_and_errors()
    {
        const string Page = "https://page.example";
        var server = StartEcho(options => options.AllowedOrigins.Add(Page));

        var preflight = await server.SendAsync(HttpCall.Options(Handshake, ("Origin", Page), ("Access-Control-Request-Method", "POST")));
        var opened = await server.GetAsync(Handshake, ("Origin", Page));
        var error = await server.GetAsync(Handshake + "&sid=none", ("Origin", Page));

        Assert.Equal((204, ""), (preflight.Status, preflight.Body));
        Assert.Contains("POST", preflight["Access-Control-Allow-Methods"], StringComparison.Ordinal);
        foreach (var reply in new[] { preflight, opened, error })
        {
            Assert.Equal(Page, reply["Access-Control-Allow-Origin"]);
            Assert.Equal("true", reply["Access-Control-Allow-Credentials"]);
        }

        Assert.Equal((200, 400), (opened.Status, error.Status));
    }

    [Fact]
    public async Task There_are_so_many_sessions_and_no_more()
    {
        var server = StartEcho(options => options.MaxSessions = 2);
        var first = await EnginePolling.OpenAsync(server);
        var second = await EngineSocket.OpenAsync(server);

        Assert.Equal(503, (await server.GetAsync(Handshake)).Status);
        Assert.Equal(503, (await server.SendAsync(WebSocketClient.Upgrade(SocketHandshake))).Status);

        await first.SendAsync("1");
        await first.AssertClosedAsync();
        await EnginePolling.OpenAsync(server);
        await second.AssertEchoesAsync();
    }

    [Fact]
    public async Task An_address_has_so_many_sessions_and_no_more_whatever_their_transport()
    {
        var server = StartEcho(options => options.MaxSessionsPerAddress = 1);
        var socket = await EngineSocket.OpenAsync(server);

        Assert.Equal(429, (await server.GetAsync(Handshake)).Status);
        Assert.Equal(429, (await server.SendAsync(WebSocketClient.Upgrade(SocketHandshake))).Status);

        await socket.WebSocket.DropAsync();
        await Eventually.IsTrueAsync(async () => (await server.GetAsync(Handshake)).Status == 200);
    }

    [Fact]
    public async Task The_session_of_somebody_else_looks_like_none()
    {
        var server = StartAuthenticated(static _ => { });
        var alice = HeaderAuthentication.As("alice");
        var session = await EnginePolling.OpenAsync(server, EnginePaths.Engine, alice);
        (string Name, string Value)[][] strangers = [[], [HeaderAuthentication.As("bob")]];

        foreach (var stranger in strangers)
        {
            Assert.Equal(Unknown, (await server.GetAsync(session.Url, stranger)).Body);
            Assert.Equal(Unknown, (await server.PostAsync(session.Url, "1", stranger)).Body);
            Assert.Equal(Unknown, (await server.SendAsync(WebSocketClient.Upgrade($"{SocketHandshake}&sid={session.Sid}", stranger))).Body);
        }

        Assert.Equal("ok", (await server.PostAsync(session.Url, "4mine", alice)).Body);
        Assert.Equal("4mine", (await server.GetAsync(session.Url, alice)).Body);
    }

    [Fact]
    public async Task A_session_ends_with_the_authentication_of_its_user()
    {
        var time = new JumpingTime();
        var server = StartAuthenticated(static options => options.CloseOnAuthenticationExpiration = true, time);
        (string Name, string Value)[] alice = [HeaderAuthentication.As("alice"), HeaderAuthentication.Lifetime(60)];
        var session = await EnginePolling.OpenAsync(server, EnginePaths.Engine, alice);
        var connection = await server.ConnectHttpAsync();
        PendingCall? poll = null;
        // A poll that came later would begin with a newer ticket.
        await server.UntilRequestedAsync(async () => poll = await PendingCall.StartAsync(connection, HttpCall.Get(session.Url, alice)));
        var socket = await EngineSocket.OpenAsync(server, EnginePaths.Engine, "", alice);
        await socket.AssertEchoesAsync();

        time.Jump(TimeSpan.FromSeconds(61));

        Assert.Equal("1", (await poll!.ReplyAsync()).Body);
        Assert.Equal(1000, await socket.ReadCloseAsync());
    }

    private LiveServer StartEcho(Action<EngineIOOptions> configure) => Start(static services => services.AddEngineIO(), app => OwnServers.MapEcho(app, configure));

    private LiveServer StartAuthenticated(Action<EngineIOOptions> configure, TimeProvider? time = null) => Start(
        services =>
        {
            services.AddSingleton(time ?? TimeProvider.System);
            HeaderAuthentication.AddTo(services);
            services.AddEngineIO();
        },
        app =>
        {
            app.UseAuthentication();
            OwnServers.MapEcho(app, configure);
        });
}
