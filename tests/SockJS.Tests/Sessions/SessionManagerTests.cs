using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionManagerTests : IDisposable
{
    private readonly RecordingManager _manager = new();
    private readonly SessionWorld _world;

    public SessionManagerTests() => _world = new SessionWorld(manager: _manager);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task It_is_told_of_the_life_of_a_session_in_order()
    {
        var (session, sink) = await _world.ConnectAsync();
        Assert.Equal(["created", "opened"], _manager.Of(session));
        session.Lost(sink);

        await IsAsync(session, "created", "opened", "removed Lost 1006");
    }

    [Fact]
    public async Task It_is_told_of_a_session_whose_client_did_not_come_back()
    {
        var session = await _world.ConnectPollAsync();
        _world.Pass(TimeSpan.FromSeconds(5));

        await IsAsync(session, "created", "opened", "expired", "removed TimedOut 1006");
    }

    [Fact]
    public async Task A_session_that_was_closed_is_removed_when_its_client_had_time_to_hear_of_it_and_has_not_expired()
    {
        var session = await _world.ConnectPollAsync();
        await session.CloseAsync(3000, "Go away!");
        Assert.Equal(["created", "opened"], _manager.Of(session));
        _world.Pass(TimeSpan.FromSeconds(5));

        await IsAsync(session, "created", "opened", "removed ServerClosed 3000");
    }

    [Fact]
    public async Task A_session_that_was_never_open_has_an_end_too()
    {
        var session = _world.Open();
        _world.Pass(TimeSpan.FromSeconds(5));

        await IsAsync(session, "created", "expired", "removed TimedOut 1006");
    }

    [Fact]
    public void A_session_is_in_no_table_when_it_was_removed()
    {
        _manager.Told = (connection, entry) =>
        {
            if (entry.StartsWith("removed", StringComparison.Ordinal))
                Assert.Equal((0, false, false), (_manager.Count, _world.Table.TryFind("key1", out _), _manager.Expire(connection)));
        };
        var session = _world.Open();

        Assert.True(_manager.Expire(session));
        Assert.False(_manager.Expire(session));
        Assert.Equal(0, _manager.Count);
    }

    [Fact]
    public async Task Expiring_ends_a_poll_there_and_then()
    {
        var session = await _world.ConnectPollAsync();
        var poll = _world.Attach(session, _world.Poll());
        Assert.True(_manager.Expire(session.Id));

        await poll.Ended.SoonAsync();
        await _world.JournalOf(session).IsAsync("open", "closed TimedOut 1006 No receiver came back");
        await IsAsync(session, "created", "opened", "expired", "removed TimedOut 1006");
        Assert.False(_manager.Expire("unknown"));
        Assert.Null(_manager.Find(session.Id));
    }

    [Fact]
    public async Task Expiring_cuts_a_socket()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        Assert.True(_manager.Expire(session));

        Assert.True(sink.Aborted);
        await IsAsync(session, "created", "opened", "expired", "removed TimedOut 1006");
    }

    [Fact]
    public async Task Expiring_a_closed_session_ends_it_without_a_word_of_expiry()
    {
        var session = await _world.ConnectPollAsync();
        await session.CloseAsync(3000, "Go away!");

        Assert.True(_manager.Expire(session));
        await IsAsync(session, "created", "opened", "removed ServerClosed 3000");
    }

    [Fact]
    public async Task A_session_of_another_endpoint_is_not_expired()
    {
        var other = new RecordingManager();
        using var world = new SessionWorld(manager: other);
        var (session, _) = await world.ConnectAsync();

        Assert.False(_manager.Expire(session));
        Assert.True(other.Expire(session));
    }

    [Fact]
    public async Task Clearing_ends_all_and_lets_new_ones_in()
    {
        var (first, _) = await _world.ConnectAsync();
        _world.Open();
        _manager.Clear();

        Assert.Equal(0, _manager.Count);
        await IsAsync(first, "created", "opened", "expired", "removed TimedOut 1006");
        await _manager.AllRemovedAsync();
        _world.Open();
        Assert.Equal(1, _manager.Count);
    }

    [Fact]
    public async Task It_lists_and_finds_what_is_open()
    {
        var (session, _) = await _world.ConnectAsync();
        _world.Open();

        Assert.Equal(("/test", 2, 10_000), (_manager.Endpoint, _manager.Count, _manager.MaxSessions));
        Assert.Equal([session], _manager.Connections);
        Assert.Same(session, _manager.Find(session.Id));
    }

    [Fact]
    public async Task A_session_can_be_ended_while_it_is_created()
    {
        var expired = new List<bool>();
        _manager.Told = (connection, entry) =>
        {
            if (entry == "created")
                expired.Add(_manager.Expire(connection));
        };
        var session = _world.Open();

        Assert.Equal([true], expired);
        Assert.True(session.IsOver);
        await IsAsync(session, "created", "expired", "removed TimedOut 1006");
        Assert.Equal((0, 0, false), (_manager.Count, _world.Table.Limits.Taken, _world.Table.TryFind("key1", out _)));
        Assert.Equal(0, _world.Metrics.Sum("sockjs.server.active_sessions"));
    }

    [Fact]
    public void A_session_that_is_ended_and_has_lost_its_key_to_another_is_counted_at_both_its_ends()
    {
        SockJSSession? winner = null;
        _manager.Told = (connection, entry) =>
        {
            if (entry != "created" || winner is not null)
                return;
            _manager.Told = null;
            winner = Open();
            _manager.Expire(connection);
        };

        Assert.Same(Open(), winner);
        Assert.Equal((2, 1), (_world.Metrics.Sum("sockjs.server.opened_sessions"), _world.Metrics.Sum("sockjs.server.closed_sessions")));
        Assert.Equal(1, _world.Metrics.Now("sockjs.server.active_sessions"));

        SockJSSession? Open() => (SockJSSession?)_world.Table.Open("key", SockJSTransports.XhrPolling, SessionWorld.Nobody, SessionWorld.Client);
    }

    [Fact]
    public async Task What_it_throws_is_logged_and_changes_nothing()
    {
        _world.Log.Expect("SessionManagerFailed");
        _manager.Told = static (_, entry) => throw new InvalidOperationException(entry);
        var session = await _world.ConnectPollAsync();
        _world.Pass(TimeSpan.FromSeconds(5));

        await _world.JournalOf(session).IsAsync("open", "closed TimedOut 1006 No receiver came back");
        await IsAsync(session, "created", "opened", "expired", "removed TimedOut 1006");
        await Eventually.TrueAsync(() => _world.Log.Errors.Count == 4);
        Assert.Equal(["created", "opened", "expired", "removed TimedOut 1006"], _world.Log.Errors.Select(static entry => entry.Exception!.Message));
    }

    [Fact]
    public async Task Whatever_ends_a_session_its_events_come_once_and_in_order()
    {
        await Race.RepeatAsync(async () =>
        {
            var session = _world.Open();
            await Race.TogetherAsync(4, thread =>
            {
                var sink = new RecordingSink();
                if (thread == 0)
                    session.Attach(sink, SessionWorld.Nobody, out _);
                if (thread == 1)
                    session.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 3000, "Go away!"));
                if (thread == 2)
                    _manager.Expire(session);
                session.Lost(sink);
                return true;
            });
            _manager.Expire(session);

            await Eventually.TrueAsync(() => _manager.Of(session).Any(static entry => entry.StartsWith("removed", StringComparison.Ordinal)));
            var events = _manager.Of(session).Select(static entry => entry.Split(' ')[0]).ToList();
            Assert.Equal(events, events.Distinct());
            Assert.Equal(events, ((string[])["created", "opened", "expired", "removed"]).Where(events.Contains));
        });
        Assert.Equal(0, _manager.Count);
    }

    [Fact]
    public void Before_it_has_an_endpoint_it_has_nothing()
    {
        var manager = new SockJSSessionManager();

        Assert.Throws<InvalidOperationException>(() => manager.Endpoint);
        Assert.Throws<InvalidOperationException>(() => manager.Count);
        Assert.Throws<InvalidOperationException>(manager.Clear);
        Assert.Throws<InvalidOperationException>(() => { _ = manager.DrainAsync(); });
    }

    private Task IsAsync(SockJSSession session, params string[] entries) => Eventually.TrueAsync(() => _manager.Of(session).SequenceEqual(entries));
}
