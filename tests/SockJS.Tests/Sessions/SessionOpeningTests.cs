using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionOpeningTests : IDisposable
{
    private readonly SessionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_open_frame_is_written_before_the_handler_runs()
    {
        var session = _world.Open();
        var sink = _world.Sink();
        sink.Stall();
        _world.Attach(session, sink);

        Assert.Equal(["o"], sink.Frames);
        Assert.False(session.IsOpen);
        Assert.Empty(_world.JournalOf(session).Entries);

        sink.Continue();
        await _world.JournalOf(session).IsAsync("open");
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_poll_ends_with_the_open_frame_and_messages_go_into_the_next()
    {
        var session = _world.Open(SockJSTransports.XhrPolling);
        await session.SendAsync("early");
        var first = _world.Attach(session, _world.Poll());
        await first.Ended.SoonAsync();
        var second = _world.Attach(session, _world.Poll());

        Assert.Equal(["o"], first.Frames);
        Assert.Equal(["a[\"early\"]"], second.Frames);
    }

    [Fact]
    public async Task The_client_is_told_once_that_the_session_is_open_and_the_handler_runs_once()
    {
        var session = await _world.ConnectPollAsync();
        foreach (var message in new[] { "one", "two" })
        {
            var poll = _world.Attach(session, _world.Poll());
            await session.SendAsync(message);
            Assert.Equal([$"a[\"{message}\"]"], poll.Frames);
        }

        session.Close(default);
        await _world.JournalOf(session).HasAsync(2);
        Assert.Single(_world.JournalOf(session).Entries, "open");
    }

    [Fact]
    public async Task What_the_client_sends_before_it_is_told_waits_for_the_handler()
    {
        var session = _world.Open();
        Assert.True(session.TryReceive("early"));
        session.Handle();
        _world.Attach(session);

        await _world.JournalOf(session).IsAsync("open", "early");
    }

    [Fact]
    public async Task A_session_whose_open_frame_cannot_be_written_ends_without_a_handler()
    {
        var session = _world.Open();
        var sink = _world.Sink();
        sink.Break();
        _world.Attach(session, sink);

        await sink.Ended.SoonAsync();
        await Eventually.TrueAsync(() => _world.SessionCount == 0);
        Assert.Empty(_world.JournalOf(session).Entries);
    }

    [Fact]
    public async Task A_session_that_is_closed_before_its_first_receiver_sends_it_only_the_close_frame()
    {
        var session = _world.Open();
        await session.CloseAsync(3000, "Go away!");
        var sink = _world.Attach(session);

        await sink.Ended.SoonAsync();
        Assert.Equal(["c[3000,\"Go away!\"]"], sink.Frames);
        Assert.Empty(_world.JournalOf(session).Entries);
    }

    [Fact]
    public async Task A_session_that_is_closed_while_the_open_frame_is_written_never_has_a_handler()
    {
        var session = _world.Open();
        var sink = _world.Sink();
        sink.Stall();
        _world.Attach(session, sink);
        await session.CloseAsync(3000, "Go away!");
        sink.Continue();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[3000,\"Go away!\"]"], sink.Frames);
        Assert.Empty(_world.JournalOf(session).Entries);
    }

    [Fact]
    public async Task Nothing_of_the_execution_context_of_a_request_reaches_the_handler()
    {
        var ambient = new AsyncLocal<string?>();
        string? seen = "not run";
        using var world = new SessionWorld(prepare: (_, journal) => journal.Opening = () =>
        {
            seen = ambient.Value;
            return default;
        });
        ambient.Value = "of the request";
        var session = world.Open();
        world.Attach(session);

        await world.JournalOf(session).HasAsync(1);
        await Eventually.TrueAsync(() => seen is null);
    }

    [Fact]
    public void The_id_is_random_and_not_the_key_of_the_client()
    {
        var (one, other) = (_world.Open(), _world.Open());

        Assert.Matches("^[0-9A-F]{32}$", one.Id);
        Assert.Equal(one.Id, one.Id);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public void Items_are_the_same_each_time()
    {
        var session = _world.Open();
        session.Items["key"] = "value";

        Assert.Equal("value", session.Items["key"]);
    }
}
