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
    public async Task A_broadcast_waits_for_room_where_the_policy_says_so()
    {
        using var world = World(SlowClientPolicy.Wait);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 4);
        var waiting = DeliverLaterAsync(session, "waited");
        Assert.False(session.TrySend("there is a line"));
        var poll = world.Attach(session, world.Poll());

        await waiting.SoonAsync();
        Assert.Equal(["a[\"0\",\"1\",\"2\",\"3\"]"], poll.Frames);
        Assert.Equal(["a[\"waited\"]"], world.Attach(session, world.Poll()).Frames);
        Assert.Equal(0, world.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task A_client_that_lets_a_broadcast_wait_too_long_is_closed()
    {
        using var world = World(SlowClientPolicy.Wait);
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 4);
        var direct = session.SendAsync("direct").AsTask();
        var waiting = DeliverLaterAsync(session, "waited");
        world.Pass(TimeSpan.FromSeconds(2.5));
        Assert.False(waiting.IsCompleted);
        world.Pass(TimeSpan.FromSeconds(1));

        // To a broadcast that is a decision, to a sender of its own it is an error.
        await waiting.SoonAsync();
        await Assert.ThrowsAsync<SockJSConnectionClosedException>(() => direct.SoonAsync());
        Assert.Equal(["c[3008,\"Too slow\"]"], world.Attach(session, world.Poll()).Frames);
    }

    [Fact]
    public async Task A_broadcast_that_waits_can_be_cancelled()
    {
        using var world = World(SlowClientPolicy.Wait);
        using var source = new CancellationTokenSource();
        var session = await world.ConnectPollAsync();
        Deliver(session, 0, 4);
        var waiting = session.DeliverAsync(new PreparedMessage("withdrawn"), key: null, source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.SoonAsync());
        Assert.Equal(["a[\"0\",\"1\",\"2\",\"3\"]"], world.Attach(session, world.Poll()).Frames);
        world.Pass(TimeSpan.FromSeconds(4));
        Assert.True(session.IsOpen);
    }

    [Theory]
    [InlineData(4, 1000, 1)]
    [InlineData(100, 60, 10)]
    public async Task No_more_broadcasts_wait_than_fit_into_the_buffer(int messages, int bytes, int length)
    {
        using var world = new SessionWorld(options =>
        {
            options.SlowClientPolicy = SlowClientPolicy.Wait;
            options.SendBufferMessages = messages;
            options.SendBufferBytes = bytes;
        });
        var session = await world.ConnectPollAsync();
        var waiting = new List<Task>();
        while (session.IsOpen)
            waiting.Add(DeliverLaterAsync(session, new string('x', length)));

        await Task.WhenAll(waiting).SoonAsync();
        Assert.InRange(waiting.Count, 5, 9);
        Assert.Equal(SockJSCloseKind.TooSlow, session.CloseReason.Kind);
    }

    [Fact]
    public async Task The_newest_message_of_a_key_takes_the_place_of_the_older_where_the_policy_says_so()
    {
        using var world = World(SlowClientPolicy.Coalesce);
        var session = await world.ConnectPollAsync();
        session.Deliver(new PreparedMessage("plain"));
        foreach (var price in Enumerable.Range(0, 10))
        {
            session.Deliver(new PreparedMessage($"oil {price}"), "oil");
            session.Deliver(new PreparedMessage($"gas {price}"), "gas");
        }

        var sink = world.Attach(session, world.Poll());
        Assert.Equal(["plain", "gas 9", "oil 9"], sink.Messages.Order().OrderBy(static text => text != "plain"));
        Assert.Equal("plain", sink.Messages[0]);
        Assert.Equal(18, world.Metrics.Sum("sockjs.server.dropped_messages"));
        Assert.Equal(0, session.QueuedBytes);
    }

    [Fact]
    public async Task A_client_that_keeps_up_gets_every_message_of_a_key()
    {
        using var world = World(SlowClientPolicy.Coalesce);
        var (session, sink) = await world.ConnectAsync();
        var (socket, raw) = await world.ConnectAsync(SockJSTransports.RawWebSocket);
        foreach (var price in Enumerable.Range(0, 3))
        {
            session.Deliver(new PreparedMessage($"{price}"), "oil");
            socket.Deliver(new PreparedMessage($"{price}"), "oil");
        }

        Assert.Equal(["o", "a[\"0\"]", "a[\"1\"]", "a[\"2\"]"], sink.Frames);
        Assert.Equal(["0", "1", "2"], raw.Bytes.Skip(1).SelectMany(static bytes => RawFrames.Read(bytes)));
    }

    [Fact]
    public async Task A_client_with_more_keys_than_its_buffer_holds_messages_is_closed()
    {
        using var world = World(SlowClientPolicy.Coalesce);
        var session = await world.ConnectPollAsync();
        foreach (var key in new[] { "one", "two", "three", "four", "four" })
            session.Deliver(new PreparedMessage(key), key);
        Assert.True(session.IsOpen);
        Assert.False(session.TrySend("full"));

        session.Deliver(new PreparedMessage("five"), "five");
        Assert.Equal(["c[3008,\"Too slow\"]"], world.Attach(session, world.Poll()).Frames);
    }

    [Fact]
    public async Task A_message_is_replaced_only_where_there_would_be_room_without_it()
    {
        using var world = new SessionWorld(static options =>
        {
            options.SlowClientPolicy = SlowClientPolicy.Coalesce;
            options.SendBufferBytes = 100;
        });
        var session = await world.ConnectPollAsync();
        session.Deliver(new PreparedMessage("small"), "one");
        session.Deliver(new PreparedMessage(new string('x', 200)), "two");
        Assert.Equal("\"small\"".Length + 202, session.QueuedBytes);
        session.Deliver(new PreparedMessage(new string('y', 200)), "two");
        Assert.True(session.IsOpen);

        session.Deliver(new PreparedMessage("smaller"), "one");
        Assert.False(session.IsOpen);
        Assert.Equal(0, session.QueuedBytes);
    }

    [Fact]
    public async Task Other_policies_take_no_notice_of_keys()
    {
        using var world = World(SlowClientPolicy.DropNewest);
        var session = await world.ConnectPollAsync();
        foreach (var price in Enumerable.Range(0, 5))
            session.Deliver(new PreparedMessage($"{price}"), "oil");

        Assert.Equal(["a[\"0\",\"1\",\"2\",\"3\"]"], world.Attach(session, world.Poll()).Frames);
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
        options.SlowClientTimeout = TimeSpan.FromSeconds(3);
    });

    private static Task DeliverLaterAsync(SockJSSession session, string text)
        => session.DeliverAsync(new PreparedMessage(text), key: null, CancellationToken.None).AsTask();

    private static void Deliver(SockJSSession session, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            session.Deliver(new PreparedMessage($"{i}"));
    }
}
