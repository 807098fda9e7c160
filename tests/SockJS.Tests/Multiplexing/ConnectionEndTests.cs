using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

/// <summary>What the end of a connection means to its channels.</summary>
public sealed class ConnectionEndTests
{
    [Fact]
    public async Task A_client_that_is_gone_ends_each_of_its_channels_once()
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var bob = await world.SubscribeAsync(session, "bob");
        await ann.Connection.CloseAsync();
        session.Lost(sink);
        await world.Sessions.Table.ShutDownAsync().SoonAsync();

        Assert.Equal(["open", "closed ServerClosed 1000 Normal closure"], ann.Journal.Entries);
        Assert.Equal(["open", "closed Lost 1006 Connection lost"], bob.Journal.Entries);
    }

    [Fact]
    public async Task A_connection_that_the_server_closes_takes_its_channels_along_and_says_nothing_of_them()
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var bob = await world.SubscribeAsync(session, "bob");
        await session.CloseAsync(4001, "done");
        await bob.Connection.CloseAsync(4002, "late");
        await world.Sessions.Table.ShutDownAsync().SoonAsync();

        Assert.Equal(["open", "closed ServerClosed 4001 done"], ann.Journal.Entries);
        Assert.Equal(["open", "closed ServerClosed 4001 done"], bob.Journal.Entries);
        Assert.Equal(["o", "c[4001,\"done\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_shutdown_tells_the_channels_and_waits_for_their_handlers()
    {
        var closing = new TaskCompletionSource();
        using var world = new ChannelWorld(prepare: (_, journal) => journal.Closing = () => new ValueTask(closing.Task));
        var (session, _) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var drain = world.Sessions.Table.ShutDownAsync();
        await ann.Journal.IsAsync("open", "closed ShuttingDown 3001 Server is shutting down");
        Assert.False(drain.IsCompleted);

        closing.SetResult();
        await drain.SoonAsync();
    }

    [Fact]
    public async Task Messages_that_were_accepted_from_a_client_that_is_gone_are_handled()
    {
        var handling = new TaskCompletionSource();
        using var world = new ChannelWorld(prepare: (_, journal) => journal.Handling = _ => new ValueTask(handling.Task));
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,one", "msg,ann,two");
        session.Lost(sink);
        await Eventually.TrueAsync(() => ann.Connection.Closed.IsCancellationRequested);

        handling.SetResult();
        await ann.Journal.IsAsync("open", "one", "two", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task Messages_that_nobody_has_seen_are_dropped_when_the_server_closes_the_connection()
    {
        var handling = new TaskCompletionSource();
        using var world = new ChannelWorld(prepare: (_, journal) => journal.Handling = _ => new ValueTask(handling.Task));
        var (session, _) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,one", "msg,ann,two");
        var closed = new TaskCompletionSource();
        ann.Connection.Closed.Register(closed.SetResult);
        await session.CloseAsync();
        await closed.Task.SoonAsync();
        await Eventually.TrueAsync(() => world.TableOf(0).Count == 0);

        handling.SetResult();
        await ann.Journal.IsAsync("open", "one", "closed ServerClosed 1000 Normal closure");
    }

    [Fact]
    public async Task A_subscription_that_was_accepted_from_a_client_that_is_gone_is_served_to_its_end()
    {
        using var world = new ChannelWorld();
        var session = world.Sessions.Open();
        var sink = world.Sessions.Attach(session);
        session.TryReceive("sub,ann");
        session.TryReceive("msg,ann,one");
        session.Lost(sink);
        await world.Sessions.Table.ShutDownAsync().SoonAsync();

        var ann = await world.OpenedAsync("ann");
        await ann.Journal.IsAsync("open", "one", "closed Lost 1006 Connection lost");
        Assert.False(ann.Connection.IsOpen);
        Assert.Equal(0, world.TableOf(0).Count);
    }

    [Fact]
    public async Task Frames_that_were_accepted_from_a_client_that_is_gone_are_still_obeyed()
    {
        using var gate = new SemaphoreSlim(0);
        using var world = new ChannelWorld(
            static options => options.ReceiveBufferMessages = 3, (_, journal) => journal.Handling = async _ => await gate.WaitAsync());
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        // One is with the handler, three wait in the channel, one waits before it, and behind that what is to be obeyed.
        await ChannelWorld.SendAsync(session, "msg,ann,1", "msg,ann,2", "msg,ann,3", "msg,ann,4", "msg,ann,5");
        await ChannelWorld.SendAsync(session, "sub,ann", "uns,ann", "sub,ann");
        session.Lost(sink);
        await Eventually.TrueAsync(() => ann.Connection.Closed.IsCancellationRequested);
        await Eventually.TrueAsync(() => world.TableOf(0).Count == 0);

        gate.Release(5);
        await ann.Journal.IsAsync("open", "1", "2", "3", "4", "5", "closed Lost 1006 Connection lost");
        await (await world.OpenedAsync("ann", 1)).Journal.IsAsync("open", "closed Lost 1006 Connection lost");
        await world.Sessions.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(2, world.CountOf("ann"));
    }

    [Fact]
    public async Task A_handler_that_fails_when_its_client_is_gone_leaves_nobody_waiting_for_room()
    {
        var handling = new TaskCompletionSource();
        using var world = new ChannelWorld(
            static options => options.ReceiveBufferMessages = 2, (_, journal) => journal.Handling = _ => new ValueTask(handling.Task));
        world.Sessions.Log.Expect("HandlerFailed");
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,1", "msg,ann,2", "msg,ann,3", "msg,ann,4", "msg,ann,5", "msg,ann,6");
        session.Lost(sink);
        await Eventually.TrueAsync(() => ann.Connection.Closed.IsCancellationRequested);
        await Eventually.TrueAsync(() => world.TableOf(0).Count == 0);

        handling.SetException(new InvalidOperationException("failed"));
        await ann.Journal.IsAsync("open", "closed Lost 1006 Connection lost");
        await world.Sessions.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task A_send_that_fails_with_the_connection_is_no_error_of_the_handler()
    {
        using var world = new ChannelWorld(prepare: static (channel, journal) => journal.Handling = async _ =>
        {
            await channel.Closed.WhenCancelledAsync();
            await channel.SendAsync("late");
        });
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,one");
        session.Lost(sink);

        await ann.Journal.IsAsync("open", "closed Lost 1006 Connection lost");
        Assert.Empty(world.Sessions.Log.Errors);
    }

    [Fact]
    public async Task Ends_that_race_give_each_channel_one_close()
    {
        using var world = new ChannelWorld();
        for (var i = 0; i < 200; i++)
        {
            var (session, sink) = await world.Sessions.ConnectAsync();
            var ann = await world.SubscribeAsync(session, "ann");
            await Task.WhenAll(
                Task.Run(() => session.Lost(sink)),
                Task.Run(() => ann.Connection.CloseAsync().AsTask()),
                Task.Run(() => ChannelWorld.PostAsync(session, "uns,ann", "sub,ann")));
            await Eventually.TrueAsync(() => ann.Journal.Entries.Count == 2);
            Assert.StartsWith("closed ", ann.Journal.Entries[1], StringComparison.Ordinal);
        }

        await world.Sessions.Table.ShutDownAsync().SoonAsync();
        for (var i = 0; i < world.CountOf("ann"); i++)
            Assert.Equal(2, (await world.OpenedAsync("ann", i)).Journal.Entries.Count);
        Assert.Equal(0, world.TableOf(0).Count);
    }
}
