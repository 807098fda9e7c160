using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

public sealed class ChannelSendingTests
{
    [Fact]
    public async Task What_a_channel_sends_is_framed_with_its_topic()
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = (await world.SubscribeAsync(session, "ann")).Connection;
        var bob = (await world.SubscribeAsync(session, "bob")).Connection;
        await ann.SendAsync("a text, with a comma");
        await bob.SendAsync(SockJSMessage.FromUtf8("\u00fcber"u8.ToArray()));
        await ann.SendAsync(new PreparedMessage("prepared"));
        await bob.SendAsync("value", 1);
        Assert.True(ann.TrySend("tried"));

        Assert.Equal(
            ["msg,ann,a text, with a comma", "msg,bob,\u00fcber", "msg,ann,prepared", "msg,bob,{\"type\":\"value\",\"data\":1}", "msg,ann,tried"], sink.Messages);
    }

    [Fact]
    public async Task Half_a_character_reaches_the_client_as_it_is()
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = (await world.SubscribeAsync(session, "ann")).Connection;
        await ann.SendAsync("\ud800");

        Assert.Equal(["o", "a[\"msg,ann,\\ud800\"]"], sink.Frames);
    }

    [Fact]
    public async Task Channels_share_the_send_buffer_of_their_connection()
    {
        using var world = new ChannelWorld(static options => options.SendBufferMessages = 2);
        var (session, sink) = await world.Sessions.ConnectAsync();
        var ann = (await world.SubscribeAsync(session, "ann")).Connection;
        var bob = (await world.SubscribeAsync(session, "bob")).Connection;
        sink.Stall();
        await ann.SendAsync("one");
        await bob.SendAsync("two");
        var utf8 = "three"u8.ToArray();
        var third = ann.SendAsync(SockJSMessage.FromUtf8(utf8)).AsTask();
        using var cancellation = new CancellationTokenSource();
        var fourth = bob.SendAsync("four", cancellation.Token).AsTask();
        Assert.False(third.IsCompleted);
        Assert.False(bob.TrySend("five"));
        Assert.Equal(session.QueuedBytes, bob.QueuedBytes);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth);

        sink.Continue();
        await third.SoonAsync();
        await Eventually.TrueAsync(() => sink.Messages.Count == 3);
        Assert.Equal(["msg,ann,one", "msg,bob,two", "msg,ann,three"], sink.Messages);
    }

    [Fact]
    public async Task A_broadcast_is_framed_once_for_all_channels_of_a_topic()
    {
        using var world = new ChannelWorld();
        var (one, first) = await world.Sessions.ConnectAsync();
        var (other, second) = await world.Sessions.ConnectAsync();
        await world.SubscribeAsync(one, "ann");
        await world.SubscribeAsync(other, "ann");
        await world.SubscribeAsync(other, "bob");
        var message = new PreparedMessage("news");
        await world.Ann.All.SendAsync(message);
        var wrapped = message.Wrapped;
        await world.Ann.All.SendAsync(message);

        Assert.Equal("msg,ann,news", wrapped?.Message.Text);
        Assert.Same(wrapped, message.Wrapped);
        Assert.NotNull(wrapped!.Message.Quoted);
        Assert.Equal(["msg,ann,news", "msg,ann,news"], first.Messages);
        Assert.Equal(["msg,ann,news", "msg,ann,news"], second.Messages);
    }

    [Fact]
    public async Task A_message_that_goes_to_two_topics_is_framed_for_each()
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        await world.SubscribeAsync(session, "ann");
        await world.SubscribeAsync(session, "bob");
        var message = new PreparedMessage("news");
        await world.Ann.All.SendAsync(message);
        await world.Bob.All.SendAsync(message);
        await world.Ann.All.SendAsync(message);

        Assert.Equal(["msg,ann,news", "msg,bob,news", "msg,ann,news"], sink.Messages);
    }

    [Fact]
    public async Task A_client_that_is_too_slow_for_a_broadcast_loses_its_connection_and_all_channels()
    {
        using var world = new ChannelWorld(static options => options.SendBufferMessages = 2);
        var session = await world.Sessions.ConnectPollAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var bob = await world.SubscribeAsync(session, "bob");
        for (var i = 0; i < 3; i++)
            await world.Ann.All.SendAsync("news");

        await ann.Journal.IsAsync("open", "closed TooSlow 3008 Too slow");
        await bob.Journal.IsAsync("open", "closed TooSlow 3008 Too slow");
    }

    [Fact]
    public async Task Keys_of_one_channel_replace_no_messages_of_another()
    {
        using var world = new ChannelWorld(static options => options.SlowClientPolicy = SlowClientPolicy.Coalesce);
        var session = await world.Sessions.ConnectPollAsync();
        await world.SubscribeAsync(session, "ann");
        await world.SubscribeAsync(session, "bob");
        foreach (var price in new[] { "1", "2" })
        {
            await world.Ann.All.WithKey("EURUSD").SendAsync(price);
            await world.Bob.All.WithKey("EURUSD").SendAsync(price);
        }

        var poll = world.Sessions.Attach(session, world.Sessions.Poll());
        Assert.Equal(["msg,ann,2", "msg,bob,2"], poll.Messages);
        Assert.Equal(2, world.Sessions.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task The_messages_of_a_slow_client_are_dropped_where_the_policy_says_so()
    {
        using var world = new ChannelWorld(static options =>
        {
            options.SendBufferMessages = 2;
            options.SlowClientPolicy = SlowClientPolicy.DropNewest;
        });
        var session = await world.Sessions.ConnectPollAsync();
        await world.SubscribeAsync(session, "ann");
        for (var i = 0; i < 5; i++)
            await world.Ann.All.SendAsync($"{i}");

        Assert.Equal(["msg,ann,0", "msg,ann,1"], world.Sessions.Attach(session, world.Sessions.Poll()).Messages);
        Assert.Equal(3, world.Sessions.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task Answers_to_messages_that_came_together_leave_in_one_frame()
    {
        using var world = new ChannelWorld(prepare: static (channel, journal) => journal.Handling = text => channel.SendAsync(text));
        var (session, sink) = await world.Sessions.ConnectAsync();
        await world.SubscribeAsync(session, "ann");
        await world.SubscribeAsync(session, "bob");
        await ChannelWorld.SendAsync(session, "msg,ann,1", "msg,bob,2", "msg,ann,3");

        Assert.Equal(["o", "a[\"msg,ann,1\",\"msg,bob,2\",\"msg,ann,3\"]"], sink.Frames);
    }
}
