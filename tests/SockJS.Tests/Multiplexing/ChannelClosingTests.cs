using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

public sealed class ChannelClosingTests : IDisposable
{
    private readonly ChannelWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_channel_that_the_server_closes_says_so_and_leaves_its_connection_open()
    {
        var (session, sink) = await _world.Sessions.ConnectAsync();
        var ann = await _world.SubscribeAsync(session, "ann");
        var bob = await _world.SubscribeAsync(session, "bob");
        await ann.Connection.SendAsync("good bye");
        await ann.Connection.CloseAsync(4001, "done");
        await ann.Connection.CloseAsync();
        await bob.Connection.SendAsync("still here");

        Assert.Equal(["msg,ann,good bye", "uns,ann", "msg,bob,still here"], sink.Messages);
        await ann.Journal.IsAsync("open", "closed ServerClosed 4001 done");
        Assert.True(ann.Connection.Closed.IsCancellationRequested);
        Assert.False(ann.Connection.IsOpen);
        Assert.True(bob.Connection.IsOpen);
        Assert.True(session.IsOpen);
        await Assert.ThrowsAsync<SockJSConnectionClosedException>(() => ann.Connection.SendAsync("late").AsTask());
        Assert.False(ann.Connection.TrySend("late"));
        ann.Connection.Deliver(new PreparedMessage("late"));
        Assert.Equal(3, sink.Messages.Count);
    }

    [Fact]
    public async Task The_rules_for_close_codes_are_those_of_connections()
    {
        var (session, _) = await _world.Sessions.ConnectAsync();
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("code", async () => await ann.CloseAsync(1001, ""));
        await Assert.ThrowsAsync<ArgumentException>("reason", async () => await ann.CloseAsync(1000, new string('x', 124)));
    }

    [Fact]
    public async Task A_channel_that_its_client_closes_ends_after_the_messages_before()
    {
        var (session, sink) = await _world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "msg,ann,one", "uns,ann", "msg,ann,two", "uns,ann");

        await (await _world.OpenedAsync("ann")).Journal.IsAsync("open", "one", "closed ClientClosed 1005 ");
        Assert.Empty(sink.Messages);
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_channel_can_be_opened_again_whoever_closed_it()
    {
        var (session, sink) = await _world.Sessions.ConnectAsync();
        var first = await _world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "uns,ann");
        var second = await _world.SubscribeAsync(session, "ann");
        await second.Connection.CloseAsync();
        var third = await _world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,hello");

        await first.Journal.IsAsync("open", "closed ClientClosed 1005 ");
        await second.Journal.IsAsync("open", "closed ServerClosed 1000 Normal closure");
        await third.Journal.IsAsync("open", "hello");
        Assert.Equal(["uns,ann"], sink.Messages);
    }

    [Fact]
    public async Task What_a_client_sends_before_it_knows_of_the_close_is_dropped_without_a_complaint()
    {
        var (session, _) = await _world.Sessions.ConnectAsync();
        var ann = await _world.SubscribeAsync(session, "ann");
        await ann.Connection.CloseAsync();
        await ChannelWorld.SendAsync(session, "msg,ann,late", "uns,ann");

        await ann.Journal.IsAsync("open", "closed ServerClosed 1000 Normal closure");
        Assert.Empty(_world.Sessions.Metrics.Of("sockjs.server.invalid_messages"));
    }

    [Fact]
    public async Task The_close_waits_behind_what_waits_to_be_sent()
    {
        using var world = new ChannelWorld(static options => options.SendBufferMessages = 1);
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = (await world.SubscribeAsync(session, "ann")).Connection;
        sink.Stall();
        await ann.SendAsync("one");
        var sending = ann.SendAsync("two").AsTask();
        await ann.CloseAsync();
        sink.Continue();

        await sending.SoonAsync();
        await Eventually.TrueAsync(() => sink.Messages.Count == 3);
        Assert.Equal(["msg,ann,one", "msg,ann,two", "uns,ann"], sink.Messages);
    }

    [Fact]
    public async Task A_handler_that_throws_closes_its_channel_and_no_other()
    {
        using var world = new ChannelWorld(prepare: static (_, journal) => journal.Handling = static text
            => text == "bad" ? throw new InvalidOperationException("bad") : default);
        world.Sessions.Log.Expect("HandlerFailed");
        var (session, sink) = await world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "sub,bob", "msg,ann,bad", "msg,ann,dropped", "msg,bob,good");

        await (await world.OpenedAsync("ann")).Journal.IsAsync("open", "closed HandlerFailed 4500 Internal error");
        await (await world.OpenedAsync("bob")).Journal.IsAsync("open", "good");
        await Eventually.TrueAsync(() => sink.Messages.Count == 1);
        Assert.Equal(["uns,ann"], sink.Messages);
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_callback_to_the_end_of_a_channel_that_throws_is_logged()
    {
        _world.Log.Expect("ChannelClosedCallbackFailed");
        var (session, _) = await _world.Sessions.ConnectAsync();
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;
        ann.Closed.Register(static () => throw new InvalidOperationException("callback"));
        await ann.CloseAsync();

        await Eventually.TrueAsync(() => _world.Log.Errors.Count == 1);
        Assert.Contains(ann.Id, _world.Log.Errors[0].Message, StringComparison.Ordinal);
    }
}
