using Microsoft.Extensions.Logging;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dispatch;

public sealed class ConnectionLoopTests
{
    private const string Failed = "closed HandlerFailed 4500 Internal error";
    private const string FailedFrame = "c[4500,\"Internal error\"]";

    [Fact]
    public async Task Messages_are_handled_one_at_a_time_and_in_order()
    {
        var running = 0;
        using var world = new SessionWorld(prepare: (_, journal) => journal.Handling = async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
        });
        var (session, _) = await world.ConnectAsync();
        string[] texts = [.. Enumerable.Range(0, 100).Select(static i => $"{i}")];
        foreach (var text in texts)
        {
            Assert.True(session.TryReceive(text));
            session.Handle();
        }

        await world.JournalOf(session).IsAsync(["open", .. texts]);
    }

    [Fact]
    public async Task Messages_wait_until_the_opening_has_been_handled()
    {
        var opened = new TaskCompletionSource();
        using var world = new SessionWorld(prepare: (_, journal) => journal.Opening = async () => await opened.Task);
        var (session, _) = await world.ConnectAsync();
        session.TryReceive("early");
        session.Handle();
        Assert.Equal(["open"], world.JournalOf(session).Entries);

        opened.SetResult();
        await world.JournalOf(session).IsAsync("open", "early");
    }

    [Fact]
    public async Task An_exception_at_the_opening_is_logged_and_closes_the_connection()
    {
        using var world = new SessionWorld(prepare: static (_, journal) => journal.Opening = static () => throw new InvalidOperationException("opening"));
        var (session, sink) = await ConnectFailingAsync(world);
        session.TryReceive("too late");

        await world.JournalOf(session).IsAsync("open", Failed);
        Assert.Equal(["o", FailedFrame], sink.Frames);
        AssertLogged(world, "opening", session);
    }

    [Fact]
    public async Task An_exception_at_a_message_is_logged_and_closes_the_connection_and_drops_the_rest()
    {
        using var world = new SessionWorld(prepare: static (_, journal) => journal.Handling = static text => throw new InvalidOperationException(text));
        var (session, sink) = await ConnectFailingAsync(world);
        await session.ReceiveAsync("[\"first\",\"second\"]"u8.ToArray());

        await world.JournalOf(session).IsAsync("open", Failed);
        Assert.Equal(["o", FailedFrame], sink.Frames);
        AssertLogged(world, "first", session);
    }

    [Fact]
    public async Task An_exception_at_the_close_is_logged()
    {
        using var world = new SessionWorld(prepare: static (_, journal) => journal.Closing = static () => throw new InvalidOperationException("closing"));
        var (session, sink) = await ConnectFailingAsync(world);
        await session.CloseAsync();

        await Eventually.TrueAsync(() => world.Log.Errors.Count > 0);
        Assert.Equal(["o", "c[1000,\"Normal closure\"]"], sink.Frames);
        await world.JournalOf(session).IsAsync("open", "closed ServerClosed 1000 Normal closure");
        AssertLogged(world, "closing", session);
    }

    [Fact]
    public async Task Exceptions_that_only_say_that_the_connection_is_closed_are_nobodys_fault()
    {
        using var world = new SessionWorld(prepare: static (connection, journal) =>
        {
            journal.Handling = async text =>
            {
                await Task.Delay(Timeout.Infinite, connection.Closed);
            };
            journal.Closing = async () =>
            {
                await Assert.ThrowsAsync<SockJSConnectionClosedException>(() => connection.SendAsync("late").AsTask());
                await connection.SendAsync("late");
            };
        });
        var (session, _) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"waits for the end\"]"u8.ToArray());
        await session.CloseAsync();

        await world.JournalOf(session).IsAsync("open", "closed ServerClosed 1000 Normal closure");
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Empty(world.Log.Errors);
    }

    [Fact]
    public async Task The_end_of_another_connection_is_an_exception_like_any_other()
    {
        using var world = new SessionWorld(prepare: static (_, journal) => journal.Handling = static _ => throw new SockJSConnectionClosedException());
        var (session, _) = await ConnectFailingAsync(world);
        await session.ReceiveAsync("[\"first\"]"u8.ToArray());

        await world.JournalOf(session).IsAsync("open", Failed);
        AssertLogged(world, new SockJSConnectionClosedException().Message, session);
    }

    [Fact]
    public async Task An_opening_that_the_end_cancels_is_still_followed_by_the_close()
    {
        using var world = new SessionWorld(prepare: static (connection, journal) =>
            journal.Opening = async () => await Task.Delay(Timeout.Infinite, connection.Closed));
        var (session, sink) = await world.ConnectAsync();
        session.TryReceive("still handled");
        session.Lost(sink);

        await world.JournalOf(session).IsAsync("open", "still handled", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task A_handler_that_fails_after_its_client_has_left_gets_no_more_messages()
    {
        var left = new TaskCompletionSource();
        using var world = new SessionWorld(prepare: (_, journal) => journal.Handling = async text =>
        {
            await left.Task;
            throw new InvalidOperationException(text);
        });
        var (session, sink) = await ConnectFailingAsync(world);
        await session.ReceiveAsync("[\"first\",\"second\",\"third\"]"u8.ToArray());
        session.Lost(sink);
        left.SetResult();

        await world.Table.ShutDownAsync().SoonAsync();
        await world.JournalOf(session).IsAsync("open", "closed Lost 1006 Connection lost");
        AssertLogged(world, "first", session);
    }

    [Fact]
    public async Task A_cancellation_of_the_handlers_own_is_an_exception_like_any_other()
    {
        using var world = new SessionWorld(prepare: static (_, journal) => journal.Handling = static _ => throw new OperationCanceledException("my own"));
        var (session, _) = await ConnectFailingAsync(world);
        await session.ReceiveAsync("[\"first\"]"u8.ToArray());

        await world.JournalOf(session).IsAsync("open", Failed);
        AssertLogged(world, "my own", session);
    }

    private static Task<(SockJS.Sessions.SockJSSession Session, RecordingSink Sink)> ConnectFailingAsync(SessionWorld world)
    {
        world.Log.Expect("HandlerFailed");
        return world.ConnectAsync();
    }

    private static void AssertLogged(SessionWorld world, string message, SockJSConnection connection)
    {
        var entry = Assert.Single(world.Log.Errors);
        Assert.Equal(("SockJS.Dispatch", LogLevel.Error, 1, "HandlerFailed"), (entry.Category, entry.Level, entry.Event.Id, entry.Event.Name));
        Assert.Equal($"The handler of session {connection.Id} failed.", entry.Message);
        Assert.Equal(message, entry.Exception?.Message);
    }
}
