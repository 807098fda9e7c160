using Microsoft.Extensions.Hosting;

namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Clients that do not read, while others do; and the end of the server.</summary>
[OwnServer]
public sealed class SlowClientTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const int Events = 2_000;
    private const int Buffer = 256 * 1024;

    private static readonly string s_text = new('x', 10_000);

    [Theory]
    [InlineData(SlowClientPolicy.Close)]
    [InlineData(SlowClientPolicy.DropNewest)]
    [InlineData(SlowClientPolicy.DropOldest)]
    [InlineData(SlowClientPolicy.Wait)]
    public async Task Who_does_not_read_takes_nothing_from_those_who_do_and_little_from_the_server(SlowClientPolicy policy)
    {
        var server = StartSocketIO(options =>
        {
            options.SlowClientPolicy = policy;
            options.SlowClientTimeout = TimeSpan.FromMilliseconds(500);
            options.SendBufferBytes = Buffer;
        });
        var stalledSocket = await JoinAsync(server, "stalled");
        var stalledPoller = await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        await stalledPoller.SendAsync("40");
        var reader = await JoinAsync(server, "reader");
        var everybody = server.Services.GetRequiredService<ISocketIOServer>().Of("/");
        await Eventually.IsTrueAsync(async () => (await everybody.FetchSocketsAsync()).Count == 3);
        var sockets = await everybody.FetchSocketsAsync();
        var mostQueued = 0;

        var reading = ReadAllAsync(reader);
        for (var i = 0; i < Events; i++)
        {
            await everybody.EmitAsync("m", i, s_text);
            mostQueued = Math.Max(mostQueued, sockets.Max(static socket => socket.Connection.QueuedBytes));
            // No faster than the one who reads can.
            while (sockets.Any(socket => socket.Handshake.Query["who"] == "reader" && socket.Connection.QueuedBytes > Buffer / 2))
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Enumerable.Range(0, Events), await reading);
        Assert.InRange(mostQueued, 1, 2 * Buffer);
        if (policy is SlowClientPolicy.Close or SlowClientPolicy.Wait)
            await Eventually.IsTrueAsync(async () => (await everybody.FetchSocketsAsync()).Count == 1);
        await stalledSocket.WebSocket.DropAsync();
    }

    [Fact]
    public async Task Who_posts_and_never_polls_does_not_live_for_ever_since_nothing_more_is_read_of_him()
    {
        var gone = new TaskCompletionSource<SocketIODisconnectReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Start(static services => services.AddSocketIO(), app => app.MapSocketIO(
            "/socket.io",
            io => io.Namespace("/", main => main
                .On("echo", static (socket, arguments) => socket.EmitAsync("echo", arguments))
                .OnDisconnect((_, reason) =>
                {
                    gone.SetResult(reason);
                    return default;
                })),
            static options =>
            {
                options.PingInterval = TimeSpan.FromSeconds(1);
                options.PingTimeout = TimeSpan.FromSeconds(1);
                options.SendBufferMessages = options.ReceiveBufferMessages = 10;
            }));
        var session = await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        var payload = string.Join(EnginePolling.Separator, Enumerable.Repeat("42[\"echo\",1]", 100).Prepend("40"));

        var post = await PendingCall.StartAsync(await server.ConnectHttpAsync(), HttpCall.Post(session.Url, payload));

        Assert.Equal(SocketIODisconnectReason.PingTimeout, await gone.Task.WaitAsync(Wire.Patience));
        Assert.Equal(400, (await session.GetAsync()).Status);
        await post.ReplyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_end_of_the_server_is_told_to_clients_and_waits_for_handlers(bool overWebSocket)
    {
        var reasons = new List<string>();
        var server = Start(static services => services.AddSocketIO(), app => app.MapSocketIO("/socket.io", io => io.Namespace("/", main => main.OnDisconnect(async (_, reason) =>
        {
            await Task.Delay(200);
            reasons.Add(reason.ToString());
        }))));
        var socket = overWebSocket ? await JoinAsync(server, "any") : null;
        var session = overWebSocket ? null : await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        PendingCall? poll = null;
        if (session is not null)
        {
            await session.SendAsync("40");
            await session.PollAsync();
            poll = await session.StartPollAsync();
        }

        var closing = socket?.ReadCloseAsync();
        await server.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["server shutting down"], reasons);
        if (closing is not null)
            Assert.Equal(1000, await closing);
        if (poll is not null)
            Assert.Equal((200, "1"), ((await poll.ReplyAsync()).Status, (await poll.ReplyAsync()).Body));
    }

    private static async Task<List<int>> ReadAllAsync(EngineSocket socket)
    {
        var numbers = new List<int>();
        while (numbers.Count < Events)
        {
            var packet = await socket.ReadAsync();
            if (packet.StartsWith("42[\"m\",", StringComparison.Ordinal))
                numbers.Add(int.Parse(packet[7..packet.IndexOf(',', 7)], System.Globalization.CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    private static async Task<EngineSocket> JoinAsync(LiveServer server, string who)
    {
        var socket = await EngineSocket.OpenAsync(server, EnginePaths.SocketIO, "&who=" + who);
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
        return socket;
    }

    private LiveServer StartSocketIO(Action<SocketIOOptions> configure) => Start(
        static services => services.AddSocketIO(),
        app => app.MapSocketIO("/socket.io", static io => io.Namespace("/", static _ => { }), configure));
}
