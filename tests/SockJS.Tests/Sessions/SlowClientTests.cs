using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SlowClientTests
{
    [Fact]
    public async Task By_default_a_client_whose_buffer_is_full_is_closed_and_what_waited_is_dropped()
    {
        using var world = World(SlowClientPolicy.Close);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 4);
        Assert.True(session.IsOpen);

        Deliver(session, 4, 1);
        Assert.Equal(["c[3008,\"Too slow\"]"], world.Attach(session, world.Poll()).Frames);
        await world.JournalOf(session).IsAsync("open", "closed TooSlow 3008 Too slow");
    }

    [Fact]
    public async Task A_message_under_way_reaches_a_client_that_is_closed_for_being_slow()
    {
        using var world = World(SlowClientPolicy.Close);
        var (session, sink) = await world.ConnectAsync();
        sink.Stall();
        Deliver(session, 0, 5);
        sink.Continue();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "a[\"0\"]", "c[3008,\"Too slow\"]"], sink.Frames);
    }

    [Fact]
    public async Task The_newest_message_is_dropped_where_the_policy_says_so()
    {
        using var world = World(SlowClientPolicy.DropNewest);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 7);

        Assert.Equal(["a[\"0\",\"1\",\"2\",\"3\"]"], world.Attach(session, world.Poll()).Frames);
        Assert.Equal(3, world.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task The_oldest_messages_are_dropped_where_the_policy_says_so()
    {
        using var world = World(SlowClientPolicy.DropOldest);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 7);

        Assert.Equal(["a[\"3\",\"4\",\"5\",\"6\"]"], world.Attach(session, world.Poll()).Frames);
        Assert.Equal(3, world.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task Messages_under_way_cannot_be_dropped()
    {
        using var world = World(SlowClientPolicy.DropOldest);
        var (session, sink) = await world.ConnectAsync();
        sink.Stall();
        Deliver(session, 0, 7);
        sink.Continue();

        await Eventually.TrueAsync(() => sink.Frames.Count == 3);
        Assert.Equal(["o", "a[\"0\"]", "a[\"4\",\"5\",\"6\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_message_larger_than_the_buffer_leaves_alone_where_the_oldest_are_dropped()
    {
        using var world = new SessionWorld(static options =>
        {
            options.SlowClientPolicy = SlowClientPolicy.DropOldest;
            options.SendBufferBytes = 50;
        });
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 3);
        var large = new string('x', 100);
        session.Deliver(new PreparedMessage(large));
        session.Deliver(new PreparedMessage("next"));

        Assert.Equal(["a[\"next\"]"], world.Attach(session, world.Poll()).Frames);
    }

    [Fact]
    public async Task The_room_of_the_oldest_messages_goes_to_those_that_wait_before_it_goes_to_a_broadcast()
    {
        using var world = World(SlowClientPolicy.DropOldest);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 4);
        var waiting = session.SendAsync("waited").AsTask();
        Deliver(session, 4, 1);

        await waiting.SoonAsync();
        Assert.Equal(["a[\"1\",\"2\",\"3\",\"waited\"]"], world.Attach(session, world.Poll()).Frames);
        Assert.Equal(2, world.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task Only_open_sessions_take_part_in_a_broadcast()
    {
        using var world = new SessionWorld();
        var unborn = world.Open();
        var open = await world.ConnectPollAsync();
        var closing = await world.ConnectPollAsync();
        await closing.CloseAsync();
        foreach (var session in new[] { unborn, open, closing })
            Deliver(session, 0, 1);

        Assert.Equal(["a[\"0\"]"], world.Attach(open, world.Poll()).Frames);
        Assert.Equal(["o"], world.Attach(unborn).Frames);
        Assert.Equal(["c[1000,\"Normal closure\"]"], world.Attach(closing).Frames);
    }

    private static SessionWorld World(SlowClientPolicy policy) => new(options =>
    {
        options.SlowClientPolicy = policy;
        options.SendBufferMessages = 4;
    });

    private static void Deliver(Session session, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            session.Deliver(new PreparedMessage($"{i}"));
    }
}
