using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionDrainingTests : IDisposable
{
    private readonly RecordingManager _manager = new();
    private readonly SessionWorld _world;
    private readonly TaskCompletionSource _mayEnd = new();

    public SessionDrainingTests() => _world = new SessionWorld(
        static options => (options.ShutdownCode, options.ShutdownReason, options.DrainWindow) = (4001, "Moving", TimeSpan.FromSeconds(10)),
        manager: _manager);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_session_that_cannot_be_closed_in_order_does_not_keep_the_others_open()
    {
        var sinks = new[] { (await _world.ConnectAsync(SockJSTransports.WebSocket)).Sink, (await _world.ConnectAsync(SockJSTransports.WebSocket)).Sink };
        _world.Metrics.Recorded = static measurement =>
        {
            if (measurement.Instrument == "sockjs.server.closed_sessions")
                throw new InvalidOperationException("A poor listener");
        };
        _world.Log.Expect("DrainFailed");

        await _manager.DrainAsync(4000, "Later", TimeSpan.Zero).SoonAsync();
        Assert.All(sinks, static sink => Assert.Equal("c[4000,\"Later\"]", sink.Frames[^1]));
    }

    [Fact]
    public async Task Sessions_are_closed_evenly_the_first_at_once_and_the_last_at_the_end()
    {
        await ConnectAsync(5);
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromSeconds(40));
        Assert.Equal(4, Open);
        Assert.Null(OpenNew());

        foreach (var left in (int[])[3, 2, 1])
        {
            await PassAsync(TimeSpan.FromSeconds(9.99), left + 1);
            await PassAsync(TimeSpan.FromSeconds(0.01), left);
        }

        await PassAsync(TimeSpan.FromSeconds(9.99), 1);
        Assert.False(drained.IsCompleted);
        await PassAsync(TimeSpan.FromSeconds(0.01), 0);
        await drained.SoonAsync();
        Assert.All(_manager.Known, static connection => Assert.Equal(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, 4000, "Later"), connection.CloseReason));
    }

    [Fact]
    public async Task Without_a_window_all_are_closed_at_once()
    {
        await ConnectAsync(3);
        await _manager.DrainAsync(4000, "Later", TimeSpan.Zero).SoonAsync();

        Assert.Equal(0, Open);
        Assert.True(_manager.IsDraining);
    }

    [Fact]
    public async Task It_is_over_when_the_last_handler_has_ended()
    {
        var (session, _) = await _world.ConnectAsync();
        _world.JournalOf(session).Closing = async () => await _mayEnd.Task;
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.Zero);
        await _world.JournalOf(session).HasAsync(2);
        Assert.False(drained.IsCompleted);

        _mayEnd.SetResult();
        await drained.SoonAsync();
    }

    [Fact]
    public async Task The_options_say_how_where_the_call_does_not()
    {
        await ConnectAsync(2);
        var drained = _manager.DrainAsync();
        Assert.Equal(1, Open);
        await PassAsync(TimeSpan.FromSeconds(10), 0);

        await drained.SoonAsync();
        Assert.All(_manager.Known, static connection => Assert.Equal((4001, "Moving"), (connection.CloseReason.Code, connection.CloseReason.Reason)));
    }

    [Fact]
    public async Task After_it_new_sessions_can_be_let_in_and_drained_again()
    {
        for (var i = 0; i < 2; i++)
        {
            await ConnectAsync(2);
            await _manager.DrainAsync(4000, "Later", TimeSpan.Zero).SoonAsync();
            Assert.Null(OpenNew());
            _manager.Resume();
            Assert.False(_manager.IsDraining);
        }
    }

    [Fact]
    public async Task Resuming_in_the_middle_leaves_the_others_alone()
    {
        await ConnectAsync(3);
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromSeconds(10));
        _manager.Resume();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drained.SoonAsync());
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Open);
        Assert.NotNull(OpenNew());
    }

    [Fact]
    public async Task Ending_the_wait_does_not_end_the_drain()
    {
        await ConnectAsync(2);
        using var patience = new CancellationTokenSource();
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromSeconds(10), patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drained.SoonAsync());
        await PassAsync(TimeSpan.FromSeconds(10), 0);
        Assert.True(_manager.IsDraining);
    }

    [Fact]
    public async Task A_second_drain_takes_the_place_of_the_first()
    {
        await ConnectAsync(5);
        var first = _manager.DrainAsync(4000, "First", TimeSpan.FromHours(1));
        var second = _manager.DrainAsync(4002, "Second", TimeSpan.Zero);

        await Task.WhenAll(first, second).SoonAsync();
        Assert.Equal(["First", "Second", "Second", "Second", "Second"], _manager.Known.Select(static connection => connection.CloseReason.Reason).Order());
    }

    [Fact]
    public async Task A_shutdown_goes_before_a_drain_and_is_final()
    {
        await ConnectAsync(5);
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromHours(1));
        var down = _world.Table.ShutDownAsync();
        _manager.Resume();
        var late = _manager.DrainAsync(4000, "Later", TimeSpan.FromHours(1));
        Assert.True(_manager.IsDraining);
        await PassAsync(TimeSpan.FromSeconds(10), 0);

        await Task.WhenAll(drained, down, late).SoonAsync();
        Assert.Equal([4000, 4001, 4001, 4001, 4001], _manager.Known.Select(static connection => connection.CloseReason.Code).Order());
    }

    [Fact]
    public async Task Sessions_that_end_by_themselves_are_not_waited_for()
    {
        var (session, sink) = await _world.ConnectAsync();
        await ConnectAsync(1);
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromSeconds(10));
        session.Lost(sink);
        await PassAsync(TimeSpan.FromSeconds(10), 0);

        await drained.SoonAsync();
    }

    [Fact]
    public async Task Many_sessions_in_little_time_are_closed_in_time()
    {
        await ConnectAsync(200);
        var drained = _manager.DrainAsync(4000, "Later", TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 20 && !drained.IsCompleted; i++)
        {
            await Eventually.TrueAsync(() => drained.IsCompleted || Open == 0 || _world.Time.UntilNextTimer is not null);
            _world.Time.Advance(TimeSpan.FromMilliseconds(5));
        }

        await drained.SoonAsync();
        Assert.Equal(0, Open);
    }

    [Theory]
    [InlineData(999, "x", 0)]
    [InlineData(5000, "x", 0)]
    [InlineData(4000, "x", -1)]
    [InlineData(4000, "x", 86_401)]
    public void What_cannot_be_is_refused(int code, string reason, int seconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = _manager.DrainAsync(code, reason, TimeSpan.FromSeconds(seconds)); });
        Assert.Throws<ArgumentException>(() => { _ = _manager.DrainAsync(4000, new string('x', 124), TimeSpan.Zero); });
        Assert.False(_manager.IsDraining);
    }

    [Fact]
    public async Task Drains_and_resumptions_among_openings_leave_a_consistent_end()
    {
        await Race.RepeatAsync(async () =>
        {
            using var world = new SessionWorld(manager: new RecordingManager());
            var drains = await Race.TogetherAsync(4, thread =>
            {
                for (var i = 0; i < 20 && thread > 1; i++)
                    world.Table.Open($"{thread}.{i}", SockJSTransports.XhrPolling, SessionWorld.Nobody, SessionWorld.Client)?.Attach(new RecordingSink(), SessionWorld.Nobody, out _);
                if (thread == 1)
                    world.Table.Resume();
                return thread == 0 ? world.Table.DrainAsync(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, 4000, ""), TimeSpan.FromMinutes(1)) : Task.CompletedTask;
            });
            await world.Table.ShutDownAsync().SoonAsync();

            await drains[0].SoonAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.True(drains[0].IsCompleted);
            Assert.Empty(world.Table);
        });
    }

    private int Open => _manager.Connections.Count();

    private SockJSSession? OpenNew() => (SockJSSession?)_world.Table.Open("new", SockJSTransports.XhrPolling, SessionWorld.Nobody, SessionWorld.Client);

    private async Task ConnectAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await _world.ConnectAsync();
    }

    // The pace goes on on a thread of the pool, and sets its next timer there.
    private async Task PassAsync(TimeSpan span, int left)
    {
        _world.Time.Advance(span);
        await Eventually.TrueAsync(() => Open == left && (left == 0 || _world.Time.UntilNextTimer > TimeSpan.Zero));
    }
}
