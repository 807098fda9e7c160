using Xunit;

namespace SockJS.Tests.Multiplexing;

public sealed class ChannelOpeningTests : IDisposable
{
    private readonly ChannelWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_channel_is_a_connection_of_its_own()
    {
        var (session, _) = await _world.Sessions.ConnectAsync(user: "42");
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;
        var bob = (await _world.SubscribeAsync(session, "bob")).Connection;
        ann.Items["key"] = "ann";
        await ann.JoinAsync("group");

        Assert.Equal(3, new[] { session.Id, ann.Id, bob.Id }.Distinct().Count());
        Assert.Empty(bob.Items);
        Assert.Equal(["group"], ann.Groups);
        Assert.Empty(bob.Groups);
        Assert.NotEqual(default, ann.Opened);
        Assert.False(ann.Closed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_channel_has_the_user_the_client_and_the_transport_of_its_connection()
    {
        var (session, _) = await _world.Sessions.ConnectAsync(SockJSTransports.XhrStreaming);
        var ann = (await _world.SubscribeAsync(session, "ann")).Connection;

        Assert.Same(session.User, ann.User);
        Assert.Same(session.Client, ann.Client);
        Assert.Equal(session.Transport, ann.Transport);
    }

    [Fact]
    public async Task A_message_right_behind_its_subscription_reaches_the_handler_after_its_open()
    {
        var (session, _) = await _world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "msg,ann,one", "sub,bob", "msg,bob,two", "msg,ann,three");

        await (await _world.OpenedAsync("ann")).Journal.IsAsync("open", "one", "three");
        await (await _world.OpenedAsync("bob")).Journal.IsAsync("open", "two");
    }

    [Fact]
    public async Task A_payload_may_have_commas_or_be_missing()
    {
        var (session, _) = await _world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "msg,ann,a,b,,c", "msg,ann,", "msg,ann", "msg,ann, é\u2028\"");

        await (await _world.OpenedAsync("ann")).Journal.IsAsync("open", "a,b,,c", "", "", " é\u2028\"");
    }

    [Fact]
    public async Task Subscribing_twice_is_subscribing_once()
    {
        var (session, sink) = await _world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "sub,ann", "msg,ann,one", "sub,ann,more", "msg,ann,two");

        await (await _world.OpenedAsync("ann")).Journal.IsAsync("open", "one", "two");
        Assert.Equal(1, _world.CountOf("ann"));
        Assert.Empty(sink.Messages);
        Assert.Empty(_world.Sessions.Metrics.Of("sockjs.server.invalid_messages"));
    }

    [Fact]
    public async Task Each_connection_has_channels_of_its_own()
    {
        var (one, _) = await _world.Sessions.ConnectAsync();
        var (other, _) = await _world.Sessions.ConnectAsync();
        var first = await _world.SubscribeAsync(one, "ann");
        var second = await _world.SubscribeAsync(other, "ann");
        await ChannelWorld.SendAsync(one, "msg,ann,one");
        await ChannelWorld.SendAsync(other, "msg,ann,other");

        await first.Journal.IsAsync("open", "one");
        await second.Journal.IsAsync("open", "other");
    }

    [Fact]
    public async Task A_slow_open_of_one_channel_holds_up_no_other()
    {
        var opening = new TaskCompletionSource();
        using var world = new ChannelWorld(prepare: (_, journal) => journal.Opening ??= () => new ValueTask(opening.Task));
        var (session, _) = await world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "msg,ann,one");
        var ann = await world.OpenedAsync("ann");
        await ChannelWorld.SendAsync(session, "sub,bob");
        await (await world.OpenedAsync("bob")).Journal.IsAsync("open");
        Assert.Equal(["open"], ann.Journal.Entries);

        opening.SetResult();
        await ann.Journal.IsAsync("open", "one");
    }
}
