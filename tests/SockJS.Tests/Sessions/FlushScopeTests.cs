using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class FlushScopeTests
{
    [Fact]
    public async Task Answers_to_messages_that_are_handled_together_leave_in_one_frame()
    {
        using var world = Echo();
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"one\",\"two\",\"three\"]"u8.ToArray());

        await Eventually.TrueAsync(() => sink.Frames.Count == 2);
        Assert.Equal(["o", "a[\"one\",\"two\",\"three\"]"], sink.Frames);
    }

    [Fact]
    public async Task What_a_handler_sends_before_it_awaits_goes_out()
    {
        var answered = new TaskCompletionSource();
        using var world = new SessionWorld(prepare: (connection, journal) => journal.Handling = async text =>
        {
            await connection.SendAsync($"{text} begins");
            await answered.Task;
            await connection.SendAsync($"{text} ends");
        });
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"one\",\"two\"]"u8.ToArray());

        Assert.Equal(["o", "a[\"one begins\"]"], sink.Frames);
        answered.SetResult();
        await world.JournalOf(session).IsAsync("open", "one", "two");
        Assert.Equal("a[\"two ends\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task What_is_sent_to_several_sessions_leaves_each_in_one_frame()
    {
        using var world = new SessionWorld();
        var connections = new[] { await world.ConnectAsync(), await world.ConnectAsync(), await world.ConnectAsync() };
        Within(() =>
        {
            foreach (var text in new[] { "one", "two" })
            {
                foreach (var (session, _) in connections)
                    session.Deliver(new PreparedMessage(text));
            }

            Assert.All(connections, static connection => Assert.Single(connection.Sink.Frames));
        });

        Assert.All(connections, static connection => Assert.Equal(["o", "a[\"one\",\"two\"]"], connection.Sink.Frames));
    }

    [Fact]
    public async Task An_inner_scope_belongs_to_the_outer()
    {
        using var world = new SessionWorld();
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            session.TrySend("one");
            Within(() => session.TrySend("two"));
            Assert.Single(sink.Frames);
            session.TrySend("three");
        });

        Assert.Equal(["o", "a[\"one\",\"two\",\"three\"]"], sink.Frames);
        Assert.Null(FlushScope.Current);
    }

    [Fact]
    public async Task A_scope_is_of_its_thread_alone()
    {
        using var world = new SessionWorld();
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            session.TrySend("one");
            var thread = new Thread(() => session.TrySend("two"));
            thread.Start();
            thread.Join();
            Assert.Equal(["o", "a[\"one\",\"two\"]"], sink.Frames);
            session.TrySend("three");
            Assert.Equal(2, sink.Frames.Count);
        });

        Assert.Equal("a[\"three\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task A_session_that_has_gathered_enough_writes_at_once()
    {
        using var world = new SessionWorld();
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            session.TrySend(new string('x', FlushScope.MaxBytes - 100));
            Assert.Single(sink.Frames);
            session.TrySend(new string('y', 100));
            Assert.Equal(2, sink.Frames.Count);
            session.TrySend("rest");
            Assert.Equal(2, sink.Frames.Count);
        });

        Assert.Equal("a[\"rest\"]", sink.Frames[^1]);
    }

    [Theory]
    [InlineData(4, 1_000_000)]
    [InlineData(1000, 100)]
    public async Task A_client_that_reads_is_not_slow_because_a_scope_holds_its_messages(int maxMessages, int maxBytes)
    {
        using var world = new SessionWorld(options =>
        {
            options.SendBufferMessages = maxMessages;
            options.SendBufferBytes = maxBytes;
        });
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                session.Deliver(new PreparedMessage($"{i}"));
                Assert.True(session.TrySend($"{i}"));
            }
        });

        Assert.True(session.IsOpen);
        Assert.Contains("\"99\"]", sink.Frames[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_close_within_a_scope_sends_what_was_gathered_first()
    {
        using var world = new SessionWorld();
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            session.TrySend("one");
            session.Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 3000, "Go away!"));
        });

        Assert.Equal(["o", "a[\"one\"]", "c[3000,\"Go away!\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_is_helped_by_the_next_sweep()
    {
        using var world = new SessionWorld();
        var (session, sink) = await world.ConnectAsync();
        Within(() =>
        {
            session.TrySend("one");
            world.Pass(TimeSpan.FromSeconds(0.5));
            Assert.Equal(["o", "a[\"one\"]"], sink.Frames);
        });
    }

    [Fact]
    public async Task A_scope_of_very_many_sessions_flushes_them_all()
    {
        using var world = new SessionWorld();
        var connections = new List<RecordingSink>();
        for (var i = 0; i < 50; i++)
            connections.Add((await world.ConnectAsync()).Sink);
        Within(() =>
        {
            foreach (var connection in world.Table)
                connection.TrySend("to all");
        });

        Assert.All(connections, static sink => Assert.Equal(["o", "a[\"to all\"]"], sink.Frames));
    }

    private static SessionWorld Echo() => new(prepare: static (connection, journal) => journal.Handling = async text => await connection.SendAsync(text));

    private static void Within(Action action)
    {
        var scope = FlushScope.Enter();
        try
        {
            action();
        }
        finally
        {
            FlushScope.Exit(scope);
        }
    }
}
