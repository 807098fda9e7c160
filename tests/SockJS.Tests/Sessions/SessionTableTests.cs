using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionTableTests : IDisposable
{
    private readonly SessionWorld _world = new(static options => options.MaxSessions = 3);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_session_is_found_by_its_key()
    {
        var session = Open("key");

        Assert.True(_world.Table.TryFind("key", out var found));
        Assert.Same(session, found);
        Assert.False(_world.Table.TryFind("KEY", out _));
    }

    [Fact]
    public void Opening_the_same_key_again_finds_the_session()
    {
        var session = Open("key");

        Assert.Same(session, Open("key"));
        Assert.Equal(1, _world.SessionCount);
    }

    [Fact]
    public void Sessions_without_a_key_are_separate()
    {
        Assert.NotSame(Open(null), Open(null));
        Assert.Equal(2, _world.SessionCount);
    }

    [Fact]
    public void One_session_too_many_is_refused_and_a_place_that_becomes_free_is_given_away_again()
    {
        Open("1");
        var second = Open("2")!;
        Open(null);
        Assert.Null(Open("3"));
        Assert.Null(Open(null));
        Assert.Equal(2, _world.Metrics.Sum("sockjs.server.refused_sessions"));

        var sink = _world.Attach(second);
        second.Lost(sink);
        Assert.NotNull(Open("3"));
        Assert.Null(Open("4"));
    }

    [Fact]
    public void The_key_of_a_session_that_ended_is_free()
    {
        var first = Open("key")!;
        var sink = _world.Attach(first);
        first.Lost(sink);

        Assert.False(_world.Table.TryFind("key", out _));
        Assert.NotSame(first, Open("key"));
    }

    [Fact]
    public async Task It_enumerates_the_connections_that_are_open()
    {
        _world.Open();
        var open = await _world.ConnectPollAsync();
        var closing = await _world.ConnectPollAsync();
        await closing.CloseAsync();

        Assert.Equal([open], _world.Table);
        Assert.Equal(3, _world.SessionCount);
    }

    [Fact]
    public async Task Draining_closes_what_is_open_and_refuses_what_is_new()
    {
        var (session, sink) = await _world.ConnectAsync();
        await _world.Table.ShutDownAsync().SoonAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[3001,\"Server is shutting down\"]"], sink.Frames);
        await _world.JournalOf(session).IsAsync("open", "closed ShuttingDown 3001 Server is shutting down");
        Assert.Null(Open("new"));
        Assert.Null(Open(null));
    }

    [Fact]
    public async Task Draining_takes_until_the_last_handler_has_ended()
    {
        var gate = new TaskCompletionSource();
        using var world = new SessionWorld(prepare: (_, journal) => journal.Handling = async _ => await gate.Task);
        var (session, _) = await world.ConnectAsync();
        await world.ConnectAsync();
        await session.ReceiveAsync("[\"takes long\"]"u8.ToArray());
        var drained = world.Table.ShutDownAsync();
        var again = world.Table.ShutDownAsync();
        Assert.False(drained.IsCompleted);

        gate.SetResult();
        await drained.SoonAsync();
        await again.SoonAsync();
        await world.JournalOf(session).IsAsync("open", "takes long", "closed ShuttingDown 3001 Server is shutting down");
    }

    [Fact]
    public async Task Draining_an_endpoint_without_sessions_takes_no_time()
        => await _world.Table.ShutDownAsync().SoonAsync();

    private SockJSSession? Open(string? key) => (SockJSSession?)_world.Table.Open(key, SockJSTransports.XhrStreaming, SessionWorld.Nobody, SessionWorld.Client);
}
