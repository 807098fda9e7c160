using System.Collections.Concurrent;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class PresenceTests : IDisposable
{
    private readonly SessionWorld _world = new();
    private readonly ConcurrentQueue<string> _events = new();

    private ISockJSGroup Lobby => _world.Clients.Group("lobby");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Observers_learn_who_joins_and_who_leaves()
    {
        var (session, _) = await _world.ConnectAsync();
        using var joins = Lobby.OnJoin(connection => Note("joined", connection, session));
        using var leaves = Lobby.OnLeave(connection => Note("left", connection, session));
        await session.JoinAsync("kitchen");
        await session.JoinAsync("lobby");
        await session.JoinAsync("lobby");
        await session.LeaveAsync("lobby");
        await session.JoinAsync("lobby");
        await session.CloseAsync();

        await Eventually.TrueAsync(() => _events.Count == 4);
        Assert.Equal(["joined", "left", "joined", "left"], _events);
    }

    [Fact]
    public async Task An_observer_that_was_disposed_learns_nothing_and_leaves_nothing_behind()
    {
        var (session, _) = await _world.ConnectAsync();
        var joins = Lobby.OnJoin(_ => _events.Enqueue("joined"));
        var others = Lobby.OnJoin(_ => _events.Enqueue("joined too"));
        joins.Dispose();
        joins.Dispose();
        await session.JoinAsync("lobby");
        others.Dispose();

        Assert.Equal(["joined too"], _events);
        Assert.Equal(0, _world.Clients.Groups.ObservedCount);
    }

    [Fact]
    public async Task An_observer_outlives_the_last_member()
    {
        var (session, _) = await _world.ConnectAsync();
        using var joins = Lobby.OnJoin(_ => _events.Enqueue("joined"));
        await session.JoinAsync("lobby");
        await session.LeaveAsync("lobby");
        Assert.Equal(0, _world.Clients.Groups.Count);
        await session.JoinAsync("lobby");

        Assert.Equal(["joined", "joined"], _events);
    }

    [Fact]
    public async Task What_an_observer_throws_is_logged_and_harms_nobody()
    {
        _world.Log.Expect("GroupObserverFailed");
        var (session, _) = await _world.ConnectAsync();
        using var broken = Lobby.OnJoin(static _ => throw new InvalidTimeZoneException());
        using var sound = Lobby.OnJoin(_ => _events.Enqueue("joined"));

        Assert.True(await session.JoinAsync("lobby"));
        Assert.Equal(["joined"], _events);
        var entry = Assert.Single(_world.Log.Errors);
        Assert.IsType<InvalidTimeZoneException>(entry.Exception);
        Assert.Contains("lobby", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_may_change_the_group_it_observes()
    {
        var (session, _) = await _world.ConnectAsync();
        using var joins = Lobby.OnJoin(connection =>
        {
            _events.Enqueue("joined");
            connection.LeaveAsync("lobby").AsTask().Wait();
            _events.Enqueue("had enough");
        });
        using var leaves = Lobby.OnLeave(_ => _events.Enqueue("left"));
        await session.JoinAsync("lobby");

        Assert.Equal(["joined", "had enough", "left"], _events);
        Assert.Empty(session.Groups);
    }

    private void Note(string what, SockJSConnection connection, SockJSConnection expected)
        => _events.Enqueue(ReferenceEquals(connection, expected) ? what : "somebody else " + what);
}
