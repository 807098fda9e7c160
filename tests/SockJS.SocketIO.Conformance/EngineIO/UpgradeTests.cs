namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>From long-polling to WebSocket within a session.</summary>
public sealed class UpgradeTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Fact]
    public async Task The_probe_is_answered_and_the_poll_that_waits_ends_with_a_noop()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var poll = await session.StartPollAsync();
        var socket = await session.OpenProbeAsync();

        await socket.SendAsync("2probe");

        Assert.Equal("3probe", await socket.ReadAsync());
        Assert.Equal((200, "6"), ((await poll.ReplyAsync()).Status, (await poll.ReplyAsync()).Body));
    }

    [Fact]
    public async Task A_poll_that_comes_after_the_probe_ends_with_a_noop_too()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.OpenProbeAsync();
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());

        Assert.Equal(["6"], await session.PollAsync());
        Assert.Equal(["6"], await session.PollAsync());
    }

    [Fact]
    public async Task A_poll_that_has_something_to_fetch_does_not_wait_for_the_upgrade()
    {
        var queued = new TaskCompletionSource();
        // Whoever waits by this clock waits for ever.
        var server = Start(
            services => services.AddSingleton<TimeProvider>(new StoppedClock()).AddEngineIO(),
            app => app.MapEngineIO("/engine.io", async connection =>
            {
                await foreach (var message in connection.ReadAllAsync())
                {
                    await connection.SendAsync(message);
                    queued.TrySetResult();
                }
            }));
        var session = await EnginePolling.OpenAsync(server);
        var socket = await session.OpenProbeAsync();
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());
        await session.SendAsync("4a");
        await queued.Task;

        Assert.Equal(["4a"], await session.PollAsync());
        var empty = await session.StartPollAsync();
        await socket.SendAsync("5");

        Assert.Equal(400, (await empty.ReplyAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_polls_while_it_probes_gets_its_noop_without_delay()
    {
        var server = Start(
            services => services.AddSingleton<TimeProvider>(new ImpatientClock()).AddEngineIO(),
            app => app.MapEngineIO("/engine.io", async connection =>
            {
                await foreach (var message in connection.ReadAllAsync())
                    await connection.SendAsync(message);
            }));
        var session = await EnginePolling.OpenAsync(server);
        var socket = await session.OpenProbeAsync();
        await session.SendAsync("4a");
        Assert.Equal(["4a"], await session.PollAsync());
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());

        Assert.Equal(["6"], await session.PollAsync());

        await socket.SendAsync("5");
        await socket.AssertEchoesAsync();
    }

    [Fact]
    public async Task After_the_upgrade_messages_go_over_the_WebSocket_and_polling_is_refused()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.UpgradeAsync();

        await socket.AssertEchoesAsync();
        await socket.SendAsync([1, 2, 3]);
        Assert.Equal("0x010203", await socket.ReadAsync());

        var get = await session.GetAsync();
        var post = await session.PostAsync("4a");
        Assert.Equal((400, """{"code":3,"message":"Bad request"}"""), (get.Status, get.Body));
        Assert.Equal((400, """{"code":3,"message":"Bad request"}"""), (post.Status, post.Body));
        await socket.AssertEchoesAsync("still here");
    }

    [Fact]
    public async Task A_poll_right_behind_the_upgrade_is_refused()
    {
        for (var i = 0; i < 20; i++)
        {
            var session = await EnginePolling.OpenAsync(Server);
            var connection = await Server.ConnectHttpAsync();
            var socket = await session.UpgradeAsync();

            var reply = await connection.SendAsync(HttpCall.Get(session.Url));

            Assert.Equal(400, reply.Status);
            await socket.AssertEchoesAsync();
        }
    }

    [Fact]
    public async Task What_was_queued_goes_over_the_WebSocket_in_order_and_once()
    {
        var session = await EnginePolling.OpenAsync(Server);
        await session.SendAsync("4a", "4b");
        var socket = await session.OpenProbeAsync();
        await session.SendAsync("4c", "bAQID");
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());
        await session.SendAsync("4d");

        await socket.SendAsync("5");

        Assert.Equal(["4a", "4b", "4c", "0x010203", "4d"], await socket.ReadAsync(5));
        await socket.AssertEchoesAsync();
    }

    [Fact]
    public async Task Nothing_is_said_over_the_WebSocket_before_the_upgrade_is_done()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.OpenProbeAsync();
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());

        await session.SendAsync("4a");

        Assert.True(await socket.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(300)));
        Assert.Equal("4a", await session.ReadAsync(packet => packet != "6"));
    }

    [Fact]
    public async Task A_message_behind_the_upgrade_packet_is_not_lost()
    {
        for (var i = 0; i < 20; i++)
        {
            var session = await EnginePolling.OpenAsync(Server);
            var socket = await session.OpenProbeAsync();
            await socket.SendAsync("2probe");
            Assert.Equal("3probe", await socket.ReadAsync());

            await socket.WebSocket.SendBytesAsync(
                [.. WebSocketFrame.OfText("5").ToBytes(), .. WebSocketFrame.OfText("4a").ToBytes(), .. WebSocketFrame.OfText("4b").ToBytes()]);

            Assert.Equal(["4a", "4b"], await socket.ReadAsync(2));
        }
    }

    [Theory]
    [InlineData("4a")]
    [InlineData("2")]
    [InlineData("2wrong")]
    [InlineData("3probe")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task A_WebSocket_that_begins_with_anything_but_the_probe_is_closed_alone(string packet)
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.OpenProbeAsync();

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
        await session.AssertOpenAsync();
    }

    [Fact]
    [UnlikeNode("It upgrades a session that was never probed.")]
    public async Task An_upgrade_without_a_probe_closes_the_WebSocket_alone()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.OpenProbeAsync();

        await socket.SendAsync("5");

        await socket.AssertClosesSilentlyAsync();
        await session.AssertOpenAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_WebSocket_that_is_lost_before_the_upgrade_may_be_followed_by_another(bool probed)
    {
        var session = await EnginePolling.OpenAsync(Server);
        var first = await session.OpenProbeAsync();
        if (probed)
        {
            await first.SendAsync("2probe");
            Assert.Equal("3probe", await first.ReadAsync());
        }

        await first.WebSocket.DropAsync();
        await session.AssertOpenAsync();
        EngineSocket? second = null;
        await Eventually.IsTrueAsync(async () =>
        {
            second = await session.OpenProbeAsync();
            await second.SendAsync("2probe");
            return (await second.WebSocket.ReadDataAsync()).Opcode == WebSocketFrame.Text;
        });
        await second!.SendAsync("5");

        await second.AssertEchoesAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_WebSocket_is_closed_while_one_probes_and_after_the_upgrade(bool upgraded)
    {
        var session = await EnginePolling.OpenAsync(Server);
        var first = await session.OpenProbeAsync();
        await first.SendAsync("2probe");
        Assert.Equal("3probe", await first.ReadAsync());
        if (upgraded)
            await first.SendAsync("5");

        var second = await session.OpenProbeAsync();
        await second.SendAsync("2probe");

        await second.AssertClosesSilentlyAsync();
        if (!upgraded)
            await first.SendAsync("5");
        await first.AssertEchoesAsync();
    }

    [Fact]
    [UnlikeNode("It moves the session to the second WebSocket.")]
    public async Task A_session_that_began_on_a_WebSocket_is_never_upgraded()
    {
        var session = await EngineSocket.OpenAsync(Server);

        var second = await EngineSocket.OpenProbeAsync(Server, EnginePaths.Engine, session.Sid);
        await second.SendAsync("2probe");

        await second.AssertClosesSilentlyAsync();
        await session.AssertEchoesAsync();
    }

    [Fact]
    public async Task A_session_that_ends_takes_its_probing_WebSocket_along()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await session.OpenProbeAsync();
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());

        await session.PostAsync("1");

        await socket.AssertClosesSilentlyAsync();
        await session.AssertClosedAsync();
    }

    [Fact]
    public async Task A_client_that_upgrades_while_it_still_polls_and_posts_loses_nothing()
    {
        for (var i = 0; i < 20; i++)
        {
            var session = await EnginePolling.OpenAsync(Server);
            var poll = await session.StartPollAsync();
            var socket = await session.OpenProbeAsync();
            await socket.SendAsync("2probe");
            var posted = session.SendAsync("4a", "4b");
            Assert.Equal("3probe", await socket.ReadAsync());
            var polled = (await poll.ReplyAsync()).Body.Split(EnginePolling.Separator).Where(packet => packet != "6").ToList();
            await posted;
            await socket.SendAsync("5");
            await socket.SendAsync("4c");

            var received = await socket.ReadAsync(3 - polled.Count);

            Assert.Equal(["4a", "4b", "4c"], [.. polled, .. received]);
        }
    }

    /// <summary>A clock by which only those ever stop waiting who wait for no time worth speaking of.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime > s_patience ? Timeout.InfiniteTimeSpan : dueTime, Timeout.InfiniteTimeSpan);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 1;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer();

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
