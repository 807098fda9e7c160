using Microsoft.Extensions.Logging;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionSweeperTests
{
    [Theory]
    [InlineData(5000, 500)]
    [InlineData(60_000, 500)]
    [InlineData(1000, 100)]
    [InlineData(1, 10)]
    public async Task Sessions_are_visited_ten_times_within_the_shortest_span_but_at_least_twice_a_second(int delay, int period)
    {
        using var world = new SessionWorld(options => options.DisconnectDelay = TimeSpan.FromMilliseconds(delay));
        using var sweeper = await StartAsync(world, TimeSpan.FromMilliseconds(period), world.Table);
        world.Open();
        world.Time.Advance(TimeSpan.FromMilliseconds(delay + period));

        await Eventually.TrueAsync(() => world.SessionCount == 0);
        await sweeper.StopAsync(CancellationToken.None).SoonAsync();
        Assert.Null(world.Time.UntilNextTimer);
    }

    [Fact]
    public async Task Any_short_span_makes_the_visits_more_frequent()
    {
        using var world = new SessionWorld(static options => options.HeartbeatInterval = TimeSpan.FromMilliseconds(200));
        using var sweeper = await StartAsync(world, TimeSpan.FromMilliseconds(20), world.Table);
        var (_, sink) = await world.ConnectAsync();
        for (var beats = 1; beats < 4; beats++)
        {
            world.Time.Advance(TimeSpan.FromMilliseconds(220));
            await Eventually.TrueAsync(() => sink.Frames.Count == 1 + beats);
        }

        Assert.All(sink.Frames.Skip(1), static frame => Assert.Equal("h", frame));
    }

    [Fact]
    public async Task An_endpoint_in_a_hurry_does_not_make_the_sessions_of_others_be_visited_as_often()
    {
        using var patient = new SessionWorld();
        using var hasty = new SessionWorld(static options => options.HeartbeatInterval = TimeSpan.FromMilliseconds(200));
        var registry = new SessionRegistry();
        registry.Add(patient.Table);
        registry.Add(hasty.Table);
        using var sweeper = await StartAsync(hasty, TimeSpan.FromMilliseconds(20), registry);

        await AdvanceAsync(TimeSpan.FromMilliseconds(100));
        Assert.True(patient.Table.IsDue(TimeSpan.FromMilliseconds(100)));
        await AdvanceAsync(TimeSpan.FromMilliseconds(400));
        Assert.False(patient.Table.IsDue(TimeSpan.FromMilliseconds(100)));

        Task AdvanceAsync(TimeSpan span)
        {
            patient.Time.Advance(span);
            hasty.Time.Advance(span);
            return Eventually.TrueAsync(() => !hasty.Table.IsDue(span));
        }
    }

    [Fact]
    public async Task The_time_that_broadcasts_wait_counts_among_the_spans()
    {
        using var world = new SessionWorld(static options =>
        {
            options.SlowClientPolicy = SlowClientPolicy.Wait;
            options.SlowClientTimeout = TimeSpan.FromMilliseconds(200);
            options.SendBufferMessages = 1;
        });
        using var sweeper = await StartAsync(world, TimeSpan.FromMilliseconds(20), world.Table);
        var session = await world.ConnectPollAsync();
        await world.Clients.All.SendAsync("fits");
        var waiting = world.Clients.All.SendAsync("waits").AsTask();
        world.Time.Advance(TimeSpan.FromMilliseconds(220));

        await waiting.SoonAsync();
        Assert.Equal(SockJSCloseKind.TooSlow, session.CloseReason.Kind);
    }

    [Fact]
    public async Task An_endpoint_that_is_mapped_later_is_visited_too()
    {
        using var world = new SessionWorld();
        var registry = new SessionRegistry();
        using var sweeper = await StartAsync(world, TimeSpan.FromMilliseconds(500), registry);
        registry.Add(world.Table);
        world.Open();
        world.Time.Advance(TimeSpan.FromSeconds(0.5));
        world.Time.Advance(TimeSpan.FromSeconds(5));

        await Eventually.TrueAsync(() => world.SessionCount == 0);
    }

    [Fact]
    public async Task A_session_that_cannot_be_swept_is_logged_and_the_others_are_swept()
    {
        using var world = new SessionWorld();
        using var sweeper = await StartAsync(world, TimeSpan.FromMilliseconds(500), world.Table);
        world.Log.Expect("SweepFailed");
        world.Metrics.Recorded = static measurement => Fail(measurement.Instrument == "sockjs.server.closed_sessions");
        world.Open();
        world.Open();
        world.Time.Advance(TimeSpan.FromSeconds(5));

        await Eventually.TrueAsync(() => world.Log.Errors.Count == 2);
        Assert.Equal(0, world.SessionCount);
        Assert.All(world.Log.Errors, static entry => Assert.Equal((LogLevel.Critical, 4), (entry.Level, entry.Event.Id)));

        static void Fail(bool isEnd)
        {
            if (isEnd)
                throw new InvalidOperationException("The listener is broken.");
        }
    }

    private static Task<SessionSweeper> StartAsync(SessionWorld world, TimeSpan period, SessionTable table)
    {
        var registry = new SessionRegistry();
        registry.Add(table);
        return StartAsync(world, period, registry);
    }

    private static async Task<SessionSweeper> StartAsync(SessionWorld world, TimeSpan period, SessionRegistry registry)
    {
        var sweeper = new SessionSweeper(registry, world.Time);
        await sweeper.StartAsync(CancellationToken.None);
        // It starts on a thread of its own.
        await Eventually.TrueAsync(() => world.Time.UntilNextTimer == period);
        return sweeper;
    }
}
