using System.Security.Claims;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionReceiverTests : IDisposable
{
    private readonly SessionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_second_receiver_is_turned_away_and_the_first_goes_on()
    {
        var (session, first) = await _world.ConnectAsync();
        var second = _world.Sink();

        Assert.Equal(AttachResult.Occupied, session.Attach(second, SessionWorld.Nobody, out var occupant));
        Assert.False(occupant.IsCompleted);
        await session.SendAsync("for the first");

        Assert.Equal(["o", "a[\"for the first\"]"], first.Frames);
        Assert.Empty(second.Frames);
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_newcomer_learns_when_the_receiver_in_its_way_is_gone()
    {
        var session = await _world.ConnectPollAsync();
        _world.Attach(session, _world.Poll());
        session.Attach(_world.Poll(), SessionWorld.Nobody, out var occupant);
        await session.SendAsync("ends the poll");

        await occupant.SoonAsync();
        _world.Attach(session, _world.Poll());
    }

    [Fact]
    public async Task A_receiver_that_breaks_off_ends_the_session_at_once()
    {
        var (session, sink) = await _world.ConnectAsync();
        session.Lost(sink);

        await sink.Ended.SoonAsync();
        Assert.Equal(0, _world.SessionCount);
        Assert.Equal(AttachResult.Gone, session.Attach(_world.Sink(), SessionWorld.Nobody, out _));
        await _world.JournalOf(session).IsAsync("open", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task A_receiver_that_breaks_off_after_the_session_let_go_of_it_ends_nothing()
    {
        var session = await _world.ConnectPollAsync();
        var poll = _world.Attach(session, _world.Poll());
        await session.SendAsync("ends the poll");
        await poll.Ended.SoonAsync();
        session.Lost(poll);
        session.End(poll, new SockJSCloseReason(SockJSCloseKind.ClientClosed, 1000, ""));

        Assert.True(session.IsOpen);
        _world.Attach(session, _world.Poll());
    }

    [Fact]
    public async Task The_key_is_free_as_soon_as_the_client_can_come_again()
    {
        var (session, sink) = await _world.ConnectAsync();
        var found = true;
        sink.Releasing = () => found = _world.Table.TryFind(session.Key!, out _);
        session.Lost(sink);

        Assert.False(found);
    }

    [Fact]
    public async Task A_listener_to_the_metrics_that_throws_costs_no_release_and_makes_none_twice()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        _world.Metrics.Recorded = static _ => throw new InvalidOperationException("The listener is broken.");
        sink.Stall();
        await session.CloseAsync();
        sink.Continue();

        await sink.Ended.SoonAsync();
        await _world.JournalOf(session).IsAsync("open", "closed ServerClosed 1000 Normal closure");
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task A_receiver_that_breaks_off_during_a_write_is_released_when_the_write_has_ended()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.SendAsync("never arrives");
        session.Lost(sink);

        Assert.Equal(0, _world.SessionCount);
        Assert.False(sink.Ended.IsCompleted);
        sink.Continue();
        await sink.Ended.SoonAsync();
    }

    [Fact]
    public async Task A_write_that_fails_ends_the_session()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Break();
        await session.SendAsync("never arrives");

        await sink.Ended.SoonAsync();
        await _world.JournalOf(session).IsAsync("open", "closed Lost 1006 Connection lost");
        Assert.Contains(_world.Log.Entries, static entry => entry.Event.Name == "SessionWriteFailed" && entry.Exception is IOException);
    }

    [Fact]
    public async Task A_write_that_throws_at_once_ends_the_session_too()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.ThrowsAtOnce = new InvalidOperationException("The response is over.");
        await session.SendAsync("never arrives");

        await sink.Ended.SoonAsync();
        Assert.Equal(SockJSCloseKind.Lost, session.CloseReason.Kind);
    }

    [Fact]
    public async Task A_write_that_fails_after_the_session_has_ended_releases_the_receiver()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.SendAsync("never arrives");
        session.Lost(sink);
        sink.Break();

        await sink.Ended.SoonAsync();
        await _world.JournalOf(session).IsAsync("open", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task Transport_and_user_are_those_of_the_newest_receiver()
    {
        var session = await _world.ConnectPollAsync();
        var user = new ClaimsPrincipal(new ClaimsIdentity("test"));
        session.Attach(_world.Sink(SockJSTransports.EventSource), user, out _);

        Assert.Equal(SockJSTransports.EventSource, session.Transport);
        Assert.Equal(SockJSTransports.XhrPolling, session.OpenedTransport);
        Assert.Same(user, session.User);
    }

    [Fact]
    public async Task A_receiver_that_is_full_makes_room_for_the_next()
    {
        var session = _world.Open();
        var first = _world.Attach(session, _world.Sink(takes: 3));
        await session.SendAsync("one");
        await session.SendAsync("two");
        await first.Ended.SoonAsync();
        await session.SendAsync("three");
        var second = _world.Attach(session);

        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], first.Frames);
        Assert.Equal(["a[\"three\"]"], second.Frames);
    }

    [Fact]
    public async Task A_turn_of_its_own_comes_to_a_receiver_that_asks_for_one()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        sink.Stall();
        await session.SendAsync("under way");
        session.RequestControl();
        Assert.Equal(0, sink.Controls);
        sink.Continue();

        await Eventually.TrueAsync(() => sink.Controls == 1);
    }

    [Fact]
    public async Task A_poll_that_breaks_off_while_its_answer_is_written_is_no_drop()
    {
        using var world = new SessionWorld();
        var session = await world.ConnectPollAsync();
        var poll = world.Attach(session, world.Poll());
        poll.Stall();
        await session.SendAsync("answer");
        session.Lost(poll);
        poll.Continue();
        await poll.Ended.SoonAsync();
        await session.SendAsync("next");

        Assert.Equal(["a[\"next\"]"], world.Attach(session, world.Poll()).Frames);
    }
}
