namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Packets that wait for a client that polls: each stays together with its attachments.</summary>
public sealed class QueuedPacketTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private readonly TaskCompletionSource _queued = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_payload_has_as_many_whole_packets_as_fit()
    {
        var session = await JoinAsync(options => options.MaxPacketsPerPoll = 4);
        await session.SendAsync("42[\"burst\",[1,1,2,0]]");
        await _queued.Task;

        Assert.Equal([Header(0, 1), "bAQ==", Header(1, 1), "bAQ=="], await session.PollAsync());
        Assert.Equal([Header(2, 2), "bAQ==", "bAg==", "42[\"n\",3]"], await session.PollAsync());
    }

    [Fact]
    public async Task A_packet_with_more_attachments_than_a_payload_has_room_for_goes_as_a_whole()
    {
        var session = await JoinAsync(options => options.MaxPacketsPerPoll = 2);
        await session.SendAsync("42[\"burst\",[2,1]]");
        await _queued.Task;

        Assert.Equal([Header(0, 2), "bAQ==", "bAg=="], await session.PollAsync());
        Assert.Equal([Header(1, 1), "bAQ=="], await session.PollAsync());
    }

    [Fact]
    public async Task What_is_dropped_for_a_slow_reader_is_dropped_with_its_attachments()
    {
        var session = await JoinAsync(options => (options.SendBufferMessages, options.SlowClientPolicy) = (2, SlowClientPolicy.DropOldest));
        await session.SendAsync("42[\"burst\",[2,1,2,1,2]]");
        await _queued.Task;

        Assert.Equal([Header(3, 1), "bAQ==", Header(4, 2), "bAQ==", "bAg=="], await session.PollAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_closed_where_the_policy_says_so()
    {
        var session = await JoinAsync(options => (options.SendBufferMessages, options.SlowClientPolicy) = (2, SlowClientPolicy.Close));

        await session.SendAsync("42[\"burst\",[1,1,1,1]]");

        Assert.Equal("forced close", await _disconnected.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task What_is_held_until_a_client_has_joined_comes_in_payloads_no_larger()
    {
        var server = Start(
            services => services.AddSocketIO(),
            app => app.MapSocketIO("/socket.io", io => io.Namespace("/", static ns => ns.OnConnect(BeginAsync)), static options => options.MaxPacketsPerPoll = 2));
        var session = await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        await session.SendAsync("40");
        var packets = new List<string>();
        while (packets.Count < 5)
        {
            var payload = await session.PollAsync();
            Assert.InRange(payload.Length, 1, 2);
            packets.AddRange(payload);
        }

        Assert.StartsWith("40{", packets[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 4).Select(static i => $"42[\"n\",{i}]"), packets.Skip(1));

        static async ValueTask BeginAsync(SocketIOSocket socket)
        {
            for (var i = 0; i < 4; i++)
                await socket.EmitAsync("n", i);
        }
    }

    private static string Header(int number, int attachments)
        => $"45{attachments}-[\"n\",{number},"
            + string.Join(',', Enumerable.Range(0, attachments).Select(static i => $$"""{"_placeholder":true,"num":{{i}}}""")) + "]";

    /// <summary>Joins a namespace that sends as many events as it is asked for, each with as many attachments.</summary>
    private async Task<EnginePolling> JoinAsync(Action<SocketIOOptions> configure)
    {
        var server = Start(
            services => services.AddSocketIO(),
            app => app.MapSocketIO("/socket.io", io => io.Namespace("/", ns => ns.On("burst", BurstAsync).OnDisconnect(NoteEnd)), configure));
        var session = await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        await session.SendAsync("40");
        Assert.StartsWith("40{", Assert.Single(await session.PollAsync()), StringComparison.Ordinal);
        return session;
    }

    private ValueTask NoteEnd(SocketIOSocket socket, SocketIODisconnectReason reason)
    {
        _disconnected.TrySetResult(reason.ToString());
        return default;
    }

    private async ValueTask BurstAsync(SocketIOSocket socket, SocketIOArguments arguments)
    {
        var number = 0;
        using var counts = System.Text.Json.JsonDocument.Parse(arguments.GetJson(0));
        foreach (var count in counts.RootElement.EnumerateArray())
        {
            // To all, so that the policy for slow clients has a say.
            await (count.GetInt32() switch
            {
                0 => socket.In().EmitAsync("n", number),
                1 => socket.In().EmitAsync("n", number, new byte[] { 1 }),
                _ => socket.In().EmitAsync("n", number, new byte[] { 1 }, new byte[] { 2 }),
            });
            number++;
        }

        _queued.SetResult();
    }
}
