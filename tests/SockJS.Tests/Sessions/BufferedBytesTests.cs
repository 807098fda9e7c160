using System.Text;
using System.Text.Json;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class BufferedBytesTests
{
    private static readonly string s_large = new('x', 6000);

    [Fact]
    public async Task Where_too_much_waits_those_that_keep_up_go_on_and_the_others_have_no_room()
    {
        using var world = new SessionWorld(static options => options.MaxBufferedBytes = 10_000);
        var (slow, slowSink) = await world.ConnectAsync();
        var (other, otherSink) = await world.ConnectAsync();
        slowSink.Stall();
        otherSink.Stall();

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => slow.TrySend(s_large)));
        var sending = slow.SendAsync("last").AsTask();
        Assert.Equal([true, false], new[] { s_large, "small" }.Select(one => other.TrySend(one)));
        Assert.Null(world.Table.Open("new", SockJSTransports.XhrStreaming, SessionWorld.Nobody, SessionWorld.Client));
        Assert.Contains(world.Log.Entries, static entry => entry.Event.Name == "SessionsRefused" && entry.Message.Contains("BuffersFull", StringComparison.Ordinal));
        Assert.False(sending.IsCompleted);

        slowSink.Continue();
        await sending.SoonAsync();
        await Eventually.TrueAsync(() => slowSink.Messages.Count == 4);
        Assert.True(other.TrySend("small"));
        Assert.NotNull(world.Table.Open("new", SockJSTransports.XhrStreaming, SessionWorld.Nobody, SessionWorld.Client));
        otherSink.Continue();
        await Eventually.TrueAsync(() => otherSink.Messages.Count == 2);
        Assert.Equal(0, world.Table.Context.Buffered!.Total);
    }

    [Theory]
    [InlineData(SlowClientPolicy.Close)]
    [InlineData(SlowClientPolicy.DropNewest)]
    [InlineData(SlowClientPolicy.DropOldest)]
    public async Task Where_too_much_waits_the_policy_decides_on_broadcasts_to_slow_clients(SlowClientPolicy policy)
    {
        using var world = new SessionWorld(options => (options.MaxBufferedBytes, options.SlowClientPolicy) = (10_000, policy));
        var (slow, slowSink) = await world.ConnectAsync();
        var (_, quickSink) = await world.ConnectAsync();
        slowSink.Stall();
        for (var i = 0; i < 3; i++)
            slow.TrySend(s_large);

        await world.Clients.All.SendAsync("news");

        Assert.Equal(["news"], quickSink.Messages);
        Assert.Equal(policy != SlowClientPolicy.Close, slow.IsOpen);
        slowSink.Continue();
        var expected = policy switch
        {
            SlowClientPolicy.Close => [s_large],
            SlowClientPolicy.DropNewest => [s_large, s_large, s_large],
            _ => new[] { s_large, "news" },
        };
        await Eventually.TrueAsync(() => slowSink.Messages.Count == expected.Length);
        Assert.Equal(expected, slowSink.Messages);
        Assert.Equal(0, world.Table.Context.Buffered!.Total);
    }

    [Fact]
    public async Task Where_too_much_waits_for_handlers_queues_with_little_in_them_take_more()
    {
        var shared = new BufferedBytes(5000);
        InboundQueue[] queues = [.. Enumerable.Range(0, 3).Select(_ => new InboundQueue(100_000, 1000, takesUtf8: true, shared))];
        Assert.True(queues[0].TryAdd(s_large));
        Assert.True(queues[1].TryAdd(s_large));

        Assert.False(queues[0].TryAdd("more"));
        Assert.True(queues[2].TryAdd("more"));
        var room = queues[0].WaitForRoomAsync();
        Assert.False(room.IsCompleted);
        Assert.True(queues[0].TryRead(out var message));
        message.Release();
        await room.SoonAsync();
        Assert.Equal(4096, shared.Total);

        queues[1].Abandon();
        Assert.Equal(0, shared.Total);
        Assert.True(queues[1].TryRead(out message));
        message.Release();
        Assert.Equal(0, shared.Total);
    }

    [Fact]
    public async Task Whatever_ends_sessions_nothing_stays_counted()
    {
        BufferedBytes? shared = null;
        var (handled, rounds, isCounted) = (0, 0, false);
        using var world = new SessionWorld(
            static options =>
            {
                options.MaxBufferedBytes = 50_000;
                options.SendBufferBytes = 20_000;
                options.ReceiveBufferBytes = 20_000;
            },
            (connection, journal) => journal.Handling = async text =>
            {
                isCounted |= shared!.Total > 0;
                Interlocked.Increment(ref handled);
                await connection.SendAsync(text);
                await Task.Yield();
            });
        shared = world.Table.Context.Buffered!;
        var payload = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Enumerable.Repeat(s_large, 20)));
        await Race.RepeatAsync(async () =>
        {
            // In every other round they end with all buffers full, and before anything was handled in the rest.
            var enough = rounds++ % 2 == 0 ? Volatile.Read(ref handled) + 1 : 0;
            var session = world.Open();
            var sink = new RecordingSink(yields: true);
            world.Attach(session, sink);
            await Race.TogetherAsync(4, async thread =>
            {
                if (thread == 0)
                    return await session.ReceiveAsync(payload).SoonAsync();
                if (thread == 1)
                    await world.Clients.All.SendAsync(s_large);
                await Eventually.TrueAsync(() => Volatile.Read(ref handled) >= enough);
                if (thread == 2)
                    session.Lost(sink);
                else if (thread == 3)
                    await session.CloseAsync();
                return true;
            });

            session.Lost(sink);
            await sink.Ended.SoonAsync();
        });

        world.Pass(TimeSpan.FromSeconds(5));
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.True(isCounted);
        await Eventually.TrueAsync(() => shared.Total == 0);
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        using var world = new SessionWorld(static options => options.MaxBufferedBytes = null);

        Assert.Null(world.Table.Context.Buffered);
    }
}
