using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>What the settings of an endpoint change on the wire.</summary>
[OwnServer]
public sealed class EngineSettingsTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string TransportUnknown = """{"code":0,"message":"Transport unknown"}""";

    [Fact]
    public async Task Without_WebSocket_there_is_nothing_to_upgrade_to()
    {
        var server = StartEcho(options => options.Transports = EngineIOTransports.Polling);

        var session = await EnginePolling.OpenAsync(server);
        Assert.Equal(0, session.Open.GetProperty("upgrades").GetArrayLength());
        Assert.Equal((400, TransportUnknown), await UpgradeAsync(server, EnginePaths.Engine + EnginePaths.WebSocket));
        Assert.Equal((400, TransportUnknown), await UpgradeAsync(server, $"{EnginePaths.Engine}{EnginePaths.WebSocket}&sid={session.Sid}"));

        await session.AssertOpenAsync();
    }

    [Fact]
    public async Task Without_polling_sessions_begin_on_a_WebSocket()
    {
        var server = StartEcho(options => options.Transports = EngineIOTransports.WebSocket);

        var reply = await server.GetAsync(EnginePaths.Engine + EnginePaths.Polling);
        Assert.Equal((400, TransportUnknown), (reply.Status, reply.Body));
        await (await EngineSocket.OpenAsync(server)).AssertEchoesAsync();
    }

    [Fact]
    public async Task Where_upgrades_are_off_none_is_offered_and_none_taken()
    {
        var server = StartEcho(options => options.AllowUpgrades = false);
        var session = await EnginePolling.OpenAsync(server);
        Assert.Equal(0, session.Open.GetProperty("upgrades").GetArrayLength());

        await (await session.OpenProbeAsync()).AssertClosesSilentlyAsync();

        await session.AssertOpenAsync();
        await (await EngineSocket.OpenAsync(server)).AssertEchoesAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_socket_that_does_not_go_through_with_the_upgrade_ends_and_another_may_try(bool probes)
    {
        var server = StartEcho(options => options.UpgradeTimeout = TimeSpan.FromSeconds(2));
        var session = await EnginePolling.OpenAsync(server);
        var first = await session.OpenProbeAsync();
        if (probes)
        {
            await first.SendAsync("2probe");
            Assert.Equal("3probe", await first.ReadAsync());
        }

        await first.AssertClosesSilentlyAsync();

        await session.AssertOpenAsync();
        await (await session.UpgradeAsync()).AssertEchoesAsync();
    }

    [Fact]
    public async Task A_POST_may_have_exactly_as_many_bytes_as_the_largest_payload()
    {
        var server = StartEcho(options => options.MaxPayload = 100);
        var session = await EnginePolling.OpenAsync(server);
        Assert.Equal(100, session.Open.GetProperty("maxPayload").GetInt32());
        var largest = "4" + new string('ä', 49) + "x";

        await session.SendAsync(largest);
        Assert.Equal([largest], await session.PollAsync());

        Assert.Equal(413, (await session.PostAsync(largest + "x")).Status);
        await session.AssertClosedAsync();
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_message_over_WebSocket_is_measured_over_all_its_fragments(int bytes, bool isTaken)
    {
        var server = StartEcho(options => options.MaxPayload = 100);
        var socket = await EngineSocket.OpenAsync(server);
        var packet = System.Text.Encoding.ASCII.GetBytes("4" + new string('x', bytes - 1));

        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Text, packet[..60]) { IsFinal = false });
        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, packet[60..]));

        if (isTaken)
            Assert.Equal(System.Text.Encoding.ASCII.GetString(packet), await socket.ReadAsync());
        else
            Assert.Equal(1009, await socket.ReadCloseAsync());
    }

    [Fact]
    public async Task A_poll_is_answered_with_so_many_packets_at_most()
    {
        var server = StartEcho(options => options.MaxPacketsPerPoll = 3);
        var session = await EnginePolling.OpenAsync(server);
        string[] sent = ["4a", "4b", "4c", "4d", "4e", "4f", "4g"];

        await session.SendAsync(sent);

        var received = new List<string>();
        while (received.Count < sent.Length)
        {
            var packets = await session.PollAsync();
            Assert.InRange(packets.Length, 1, 3);
            received.AddRange(packets);
        }

        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task A_session_that_was_closed_waits_for_its_client_to_fetch_what_is_left()
    {
        var session = await EnginePolling.OpenAsync(StartEcho(static _ => { }));

        await session.SendAsync("4last", "4close");

        Assert.Equal(["4last", "4close", "1"], await session.ReadAsync(3));
        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_session_that_was_closed_waits_no_longer_than_it_should()
    {
        var closed = new TaskCompletionSource();
        var server = Start(
            static services => services.AddEngineIO(),
            app => app.MapEngineIO(
                "/engine.io",
                async connection =>
                {
                    await connection.CloseAsync();
                    closed.SetResult();
                },
                static options =>
                {
                    options.CloseLinger = TimeSpan.FromMilliseconds(1);
                    options.PingTimeout = TimeSpan.FromMilliseconds(100);
                }));
        var session = await EnginePolling.OpenAsync(server);

        await closed.Task.WaitAsync(Wire.Patience);

        // Asked once only, since whoever asks in time is told.
        var managers = server.Services.GetRequiredService<ISockJSSessionManagers>();
        await Eventually.IsTrueAsync(() => managers.All.All(static manager => manager.Count == 0));
        Assert.Equal("""{"code":1,"message":"Session ID unknown"}""", (await session.GetAsync()).Body);
    }

    [Fact]
    public async Task The_cookie_for_balancers_is_set_once_with_the_id_of_the_session()
    {
        var server = StartEcho(static options => options.Cookie.Enabled = true);

        var session = await EnginePolling.OpenAsync(server);
        Assert.Equal($"io={session.Sid}; path=/; samesite=lax; httponly", session.Handshake["Set-Cookie"]);
        Assert.Null((await session.PostAsync("4a"))["Set-Cookie"]);
        Assert.Null((await session.GetAsync())["Set-Cookie"]);

        var socket = await EngineSocket.OpenAsync(server);
        Assert.Equal($"io={socket.Sid}; path=/; samesite=lax; httponly", socket.WebSocket.Handshake["Set-Cookie"]);
    }

    private static async Task<(int Status, string Body)> UpgradeAsync(LiveServer server, string path)
    {
        var reply = await server.SendAsync(WebSocketClient.Upgrade(path));
        return (reply.Status, reply.Body);
    }

    private LiveServer StartEcho(Action<EngineIOOptions> configure) => Start(static services => services.AddEngineIO(), app => OwnServers.MapEcho(app, configure));
}
