using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionSweepingTests : IDisposable
{
    private readonly SessionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_session_that_no_receiver_ever_came_to_ends_after_the_disconnect_delay()
    {
        _world.Open();
        _world.Pass(TimeSpan.FromSeconds(4.5));
        Assert.Equal(1, _world.SessionCount);

        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task The_disconnect_delay_begins_when_the_receiver_has_gone_and_sends_do_not_extend_it()
    {
        var session = _world.Open();
        var sink = _world.Attach(session, _world.Sink(takes: 2));
        _world.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(1, _world.SessionCount);
        await session.SendAsync("ends the response");
        await sink.Ended.SoonAsync();

        _world.Pass(TimeSpan.FromSeconds(4.5));
        await session.SendAsync("nobody reads it");
        await session.ReceiveAsync("[\"nor does this count\"]"u8.ToArray());
        Assert.True(session.IsOpen);
        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(0, _world.SessionCount);
        Assert.Equal(SockJSCloseKind.TimedOut, session.CloseReason.Kind);
    }

    [Fact]
    public async Task A_receiver_in_time_saves_the_session()
    {
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
        {
            _world.Pass(TimeSpan.FromSeconds(4.5));
            var poll = _world.Attach(session, _world.Poll());
            await session.SendAsync("ends the poll");
            await poll.Ended.SoonAsync();
        }

        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_receiver_gets_a_heartbeat_every_25_seconds_whatever_else_it_gets()
    {
        var (session, sink) = await _world.ConnectAsync();
        _world.Pass(TimeSpan.FromSeconds(20));
        await session.SendAsync("message");
        _world.Pass(TimeSpan.FromSeconds(4.5));
        Assert.Equal(["o", "a[\"message\"]"], sink.Frames);

        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["o", "a[\"message\"]", "h"], sink.Frames);
        _world.Pass(TimeSpan.FromSeconds(25));
        Assert.Equal(["o", "a[\"message\"]", "h", "h"], sink.Frames);
    }

    [Fact]
    public async Task A_heartbeat_ends_a_poll_and_the_next_begins_to_count_anew()
    {
        var session = await _world.ConnectPollAsync();
        var first = _world.Attach(session, _world.Poll());
        _world.Pass(TimeSpan.FromSeconds(25));
        await first.Ended.SoonAsync();
        _world.Pass(TimeSpan.FromSeconds(4));
        var second = _world.Attach(session, _world.Poll());
        _world.Pass(TimeSpan.FromSeconds(24.5));

        Assert.Equal(["h"], first.Frames);
        Assert.Empty(second.Frames);
        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["h"], second.Frames);
    }

    [Fact]
    public async Task A_socket_that_answers_no_ping_is_closed()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        _world.Pass(TimeSpan.FromSeconds(44.5));
        Assert.True(session.IsOpen);

        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["o", "h", "c[3000,\"No response from heartbeat\"]"], sink.Frames);
        await _world.JournalOf(session).IsAsync("open", "closed NoPong 3000 No response from heartbeat");
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task A_socket_that_answers_its_pings_lives()
    {
        var (session, _) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        for (var i = 0; i < 5; i++)
        {
            _world.Pass(TimeSpan.FromSeconds(25));
            session.NoteAlive();
        }

        _world.Pass(TimeSpan.FromSeconds(19.5));
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task The_time_for_the_pong_begins_when_the_ping_is_written()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        sink.Stall();
        _world.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal(["o", "h"], sink.Frames);
        sink.Continue();
        await Eventually.TrueAsync(() => session.TrySend("goes out") && sink.Frames.Count > 2);

        _world.Pass(TimeSpan.FromSeconds(19.5));
        Assert.True(session.IsOpen);
        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(SockJSCloseKind.NoPong, session.CloseReason.Kind);
    }

    [Fact]
    public async Task A_pong_that_overtakes_the_end_of_the_write_of_its_ping_counts()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        sink.Stall();
        _world.Pass(TimeSpan.FromSeconds(25));
        Assert.Equal(["o", "h"], sink.Frames);
        session.NoteAlive();
        sink.Continue();
        await Eventually.TrueAsync(() => session.TrySend("goes out") && sink.Frames.Count > 2);

        _world.Pass(TimeSpan.FromSeconds(24.5));
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_pong_cannot_be_seen_while_the_socket_is_not_read()
    {
        var gate = new SemaphoreSlim(0);
        using var world = new SessionWorld(
            static options => options.ReceiveBufferMessages = 1,
            (_, journal) => journal.Handling = async _ => await gate.WaitAsync());
        var (session, _) = await world.ConnectAsync(SockJSTransports.WebSocket);
        session.TryReceive("being handled");
        session.Handle();
        await Eventually.TrueAsync(() => session.TryReceive("fills the queue"));
        world.Pass(TimeSpan.FromSeconds(60));
        Assert.True(session.IsOpen);

        gate.Release();
        await world.JournalOf(session).HasAsync(2);
        world.Pass(TimeSpan.FromSeconds(19.5));
        Assert.True(session.IsOpen);
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(SockJSCloseKind.NoPong, session.CloseReason.Kind);
        gate.Release();
    }

    [Fact]
    public async Task A_stream_owes_no_pong()
    {
        var (session, _) = await _world.ConnectAsync();
        _world.Pass(TimeSpan.FromSeconds(100));

        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_write_that_takes_too_long_is_aborted()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.SendAsync("nobody reads it");
        _world.Pass(TimeSpan.FromSeconds(20));
        Assert.False(sink.Aborted);

        _world.Pass(TimeSpan.FromSeconds(0.5));
        Assert.True(sink.Aborted);
        await sink.Ended.SoonAsync();
        await _world.JournalOf(session).IsAsync("open", "closed TooSlow 1006 Too slow");
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task Many_writes_that_each_complete_in_time_are_not_too_slow()
    {
        var (session, sink) = await _world.ConnectAsync();
        for (var i = 0; i < 5; i++)
        {
            sink.Stall();
            await session.SendAsync($"{i}");
            _world.Pass(TimeSpan.FromSeconds(15));
            sink.Continue();
            await Eventually.TrueAsync(() => session.TrySend("after") && sink.Frames[^1].Contains("after", StringComparison.Ordinal));
        }

        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_close_that_the_client_does_not_read_is_aborted_too()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.CloseAsync();
        _world.Pass(TimeSpan.FromSeconds(20.5));

        Assert.True(sink.Aborted);
        await sink.Ended.SoonAsync();
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public void A_receiver_that_comes_when_the_session_has_timed_out_is_told_so()
    {
        var session = _world.Open();
        _world.Pass(TimeSpan.FromSeconds(5));

        Assert.Equal(AttachResult.Gone, session.Attach(_world.Sink(), SessionWorld.Nobody, out _));
    }
}
