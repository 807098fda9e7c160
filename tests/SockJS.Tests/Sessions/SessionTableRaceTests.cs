using Microsoft.Extensions.Logging;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionTableRaceTests
{
    [Fact]
    public async Task Threads_that_open_the_same_key_get_the_same_session_and_the_count_returns_to_zero()
    {
        using var world = new SessionWorld();
        var round = 0;
        await Race.RepeatAsync(async () =>
        {
            var key = $"{round++}";
            var sessions = await Race.TogetherAsync(4, _ => Open(world, key));
            var session = Assert.Single(sessions.Distinct())!;
            Assert.Equal(1, world.SessionCount);

            session.Lost(world.Attach(session));
            Assert.Equal(0, world.SessionCount);
        });
        Assert.Equal(0, world.Metrics.Now("sockjs.server.active_sessions"));
    }

    [Fact]
    public async Task A_session_that_another_request_finds_and_ends_while_it_is_opened_leaves_nothing_behind()
    {
        using var world = new SessionWorld();
        var round = 0;
        await Race.RepeatAsync(async () =>
        {
            round++;
            await Race.TogetherAsync(2, thread =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    if (thread == 0)
                        Open(world, $"{round}.{i}");
                    else
                        End(Find(world, $"{round}.{i}"));
                }

                return true;
            });

            Assert.Equal(0, world.SessionCount);
            Assert.DoesNotContain(Enumerable.Range(0, 1000), i => world.Table.TryFind($"{round}.{i}", out _));
        });
    }

    [Fact]
    public async Task An_id_that_is_asked_for_at_the_end_of_its_session_leaves_nothing_behind()
    {
        using var world = new SessionWorld();
        world.Log.MinimumLevel = LogLevel.Information;
        await Race.RepeatAsync(async () =>
        {
            var session = world.Open(user: "ann");
            var ids = await Race.TogetherAsync(3, thread =>
            {
                if (thread == 0)
                    End(session);
                return session.Id;
            });

            Assert.Single(ids.Distinct());
            Assert.Equal((0, 0), (world.Table.IdCount, world.Table.UserCount));
        });
    }

    [Fact]
    public async Task No_handler_starts_after_a_drain_among_openings_has_ended()
    {
        await Race.RepeatAsync(async () =>
        {
            var drained = false;
            var late = 0;
            using var world = new SessionWorld(prepare: (_, _) => late += Volatile.Read(ref drained) ? 1 : 0);
            await Race.TogetherAsync(3, async thread =>
            {
                for (var i = 0; i < 20 && thread > 0; i++)
                    Open(world, $"{thread}.{i}")?.Attach(new RecordingSink(yields: true), SessionWorld.Nobody, out _);
                if (thread == 0)
                    await world.Table.ShutDownAsync().SoonAsync();
                if (thread == 0)
                    Volatile.Write(ref drained, true);
                return true;
            });

            // Handlers that were to start are in the same line.
            var afterwards = new TaskCompletionSource();
            ThreadPool.UnsafeQueueUserWorkItem(static afterwards => afterwards.SetResult(), afterwards, preferLocal: false);
            await afterwards.Task;
            Assert.Equal(0, late);
        });
    }

    private static SockJSSession? Open(SessionWorld world, string key)
        => (SockJSSession?)world.Table.Open(key, SockJSTransports.XhrPolling, SessionWorld.Nobody, SessionWorld.Client);

    private static SockJSSession Find(SessionWorld world, string key)
    {
        Session? session;
        var spin = default(SpinWait);
        while (!world.Table.TryFind(key, out session))
            spin.SpinOnce(sleep1Threshold: -1);
        return (SockJSSession)session;
    }

    private static void End(SockJSSession session)
    {
        var sink = new RecordingSink();
        session.Attach(sink, SessionWorld.Nobody, out _);
        session.Lost(sink);
    }
}
