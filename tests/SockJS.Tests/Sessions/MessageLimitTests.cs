using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class MessageLimitTests
{
    private const string Counter = "sockjs.server.rate_limited_messages";

    [Fact]
    public async Task A_client_that_stays_below_the_rate_notices_nothing()
    {
        using var world = World(MessageLimitPolicy.Close);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.True(await PostAsync(session, $"{i}a", $"{i}b"));
            world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await world.JournalOf(session).HasAsync(21);
        Assert.True(session.IsOpen);
        Assert.Empty(world.Metrics.Of(Counter));
    }

    [Fact]
    public async Task A_message_too_many_closes_the_connection_with_4429()
    {
        using var world = World(MessageLimitPolicy.Close);
        var (session, sink) = await world.ConnectAsync();
        Assert.True(await PostAsync(session, "1", "2", "3", "4"));
        Assert.True(await PostAsync(session, "5"));

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4429,\"Too many messages\"]", sink.Frames[^1]);
        Assert.Equal((SockJSCloseKind.TooManyMessages, 4429), (session.CloseReason.Kind, session.CloseReason.Code));
        await world.JournalOf(session).IsAsync("open", "1", "2", "3", "4", "closed TooManyMessages 4429 Too many messages");
    }

    [Fact]
    public async Task A_payload_with_a_message_too_many_is_not_handled_at_all_where_it_closes()
    {
        using var world = World(MessageLimitPolicy.Close);
        var session = await world.ConnectPollAsync();
        Assert.True(await PostAsync(session, "1", "2", "3", "4", "5"));

        await world.JournalOf(session).IsAsync("open", "closed TooManyMessages 4429 Too many messages");
    }

    [Fact]
    public async Task What_is_too_much_is_dropped_and_counted_and_the_connection_goes_on()
    {
        using var world = World(MessageLimitPolicy.Drop);
        var session = await world.ConnectPollAsync();
        Assert.True(await PostAsync(session, "1", "2", "3"));
        Assert.True(await PostAsync(session, "4", "dropped"));
        Assert.True(await PostAsync(session, "dropped", "dropped"));
        world.Time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.True(await PostAsync(session, "5", "dropped"));

        await world.JournalOf(session).IsAsync("open", "1", "2", "3", "4", "5");
        Assert.Equal(4, world.Metrics.Sum(Counter));
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_client_that_floods_is_logged_once()
    {
        using var world = World(MessageLimitPolicy.Drop);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 100; i++)
            await PostAsync(session, "again");

        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "SessionMessagesLimited");
    }

    [Fact]
    public async Task Posts_wait_for_permits_in_their_order()
    {
        using var world = World(MessageLimitPolicy.Wait);
        var session = await world.ConnectPollAsync();
        var posts = Enumerable.Range(0, 6).Select(i => PostAsync(session, $"{i}a", $"{i}b")).ToArray();
        Assert.True(posts[0].IsCompleted && posts[1].IsCompleted);
        Assert.False(posts[2].IsCompleted);

        await PassUntilAsync(world, () => posts[5].IsCompleted);
        Assert.All(await Task.WhenAll(posts), Assert.True);
        await world.JournalOf(session).IsAsync(["open", .. Enumerable.Range(0, 6).SelectMany(static i => new[] { $"{i}a", $"{i}b" })]);
        Assert.Equal(8, world.Metrics.Sum(Counter));
    }

    [Fact]
    public async Task Nothing_passes_while_time_stands_still_and_not_more_than_the_rate_when_it_goes_on()
    {
        using var world = World(MessageLimitPolicy.Wait);
        var session = await world.ConnectPollAsync();
        var post = PostAsync(session, [.. Enumerable.Range(0, 10).Select(static i => $"{i}")]);
        world.Table.Sweep();
        Assert.False(post.IsCompleted);
        Assert.Equal(["open"], world.JournalOf(session).Entries);

        // Four at once, and then two a second: the payload is whole after three seconds.
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.False(post.IsCompleted);
        await PassUntilAsync(world, () => post.IsCompleted);
        await world.JournalOf(session).HasAsync(11);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_end_of_a_session_ends_the_wait_for_permits(bool byServer)
    {
        using var world = World(MessageLimitPolicy.Wait);
        var (session, sink) = await world.ConnectAsync();
        var post = PostAsync(session, [.. Enumerable.Range(0, 100).Select(static i => $"{i}")]);
        var toll = new MessageToll(1);
        Assert.Equal(Session.Later, session.Admit(ref toll));
        var wait = session.WaitForPermitsAsync();
        Assert.False(wait.IsCompleted);
        if (byServer)
            await session.CloseAsync();
        else
            session.Lost(sink);

        await wait.SoonAsync();
        await post.SoonAsync();
        Assert.Equal(0, session.Admit(ref toll));
        Assert.True(session.WaitForPermitsAsync().IsCompleted);
        await world.JournalOf(session).HasAsync(2);
        Assert.Equal(2, world.JournalOf(session).Entries.Count);
    }

    [Fact]
    public async Task More_posts_than_may_wait_are_refused_while_permits_are_missing()
    {
        using var world = World(MessageLimitPolicy.Wait);
        var session = await world.ConnectPollAsync();
        await PostAsync(session, "1", "2", "3", "4");
        var waiting = Enumerable.Range(0, 16).Select(_ => PostAsync(session, "waits")).ToArray();
        Assert.False(await PostAsync(session, "one too many").SoonAsync());

        await session.CloseAsync();
        await Task.WhenAll(waiting).SoonAsync();
    }

    [Fact]
    public async Task A_socket_that_is_not_read_for_want_of_permits_misses_no_pong()
    {
        using var world = World(MessageLimitPolicy.Wait);
        var (session, sink) = await world.ConnectAsync(SockJSTransports.WebSocket);
        world.Pass(world.Options.HeartbeatInterval);
        Assert.Equal("h", sink.Frames[^1]);
        for (var passed = TimeSpan.Zero; passed < 2 * world.Options.PongTimeout; passed += TimeSpan.FromSeconds(1))
        {
            var toll = new MessageToll(1000);
            Assert.Equal(Session.Later, session.Admit(ref toll));
            world.Pass(TimeSpan.FromMilliseconds(500));
        }

        Assert.True(session.IsOpen);
    }

    [Theory]
    [InlineData(MessageLimitPolicy.Close, false)]
    [InlineData(MessageLimitPolicy.Drop, true)]
    [InlineData(MessageLimitPolicy.Wait, true)]
    public async Task What_is_no_message_costs_a_permit_as_well(MessageLimitPolicy policy, bool staysOpen)
    {
        using var world = World(policy);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 5; i++)
            session.Charge();

        Assert.Equal(staysOpen, session.IsOpen);
        Assert.Equal(1, world.Metrics.Sum(Counter));
    }

    [Fact]
    public async Task A_payload_without_messages_costs_a_permit()
    {
        using var world = World(MessageLimitPolicy.Close);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 4; i++)
            Assert.True(await PostAsync(session));
        Assert.True(session.IsOpen);

        Assert.True(await PostAsync(session));
        Assert.False(session.IsOpen);
    }

    [Fact]
    public async Task Connections_of_a_user_can_share_a_limit()
    {
        await using var limiter = PartitionedRateLimiter.Create<SockJSConnection, string>(static connection
            => RateLimitPartition.GetTokenBucketLimiter(connection.User.Identity?.Name ?? "", static _ => Bucket(3)));
        using var world = new SessionWorld(options => (options.MessageLimiter, options.MessageLimitPolicy) = (limiter, MessageLimitPolicy.Drop));
        var (first, _) = await world.ConnectAsync();
        var (second, _) = await world.ConnectAsync();
        // More at once than the limiter ever has, which it throws at.
        Assert.True(await PostAsync(first, "1", "2"));
        Assert.True(await PostAsync(second, "3", "dropped", "dropped", "dropped", "dropped"));

        await world.JournalOf(first).IsAsync("open", "1", "2");
        await world.JournalOf(second).IsAsync("open", "3");
        Assert.Equal(4, world.Metrics.Sum(Counter));
    }

    [Fact]
    public async Task A_permit_of_a_limiter_ends_the_wait_at_the_next_sweep()
    {
        await using var bucket = new TokenBucketRateLimiter(Bucket(1));
        await using var limiter = PartitionedRateLimiter.Create<SockJSConnection, int>(_ => RateLimitPartition.Get(0, _ => bucket));
        using var world = new SessionWorld(options => (options.MessageLimiter, options.MessageLimitPolicy) = (limiter, MessageLimitPolicy.Wait));
        var session = await world.ConnectPollAsync();
        Assert.True(await PostAsync(session, "1"));
        var post = PostAsync(session, "2");
        world.Table.Sweep();
        Assert.False(post.IsCompleted);

        // Its clock is its own; replenished by hand it does what the test says.
        await Eventually.TrueAsync(() => bucket.TryReplenish() && bucket.GetStatistics()!.CurrentAvailablePermits > 0);
        await PassUntilAsync(world, () => post.IsCompleted);
        await world.JournalOf(session).IsAsync("open", "1", "2");
    }

    [Fact]
    public async Task A_limiter_that_throws_closes_the_connection_as_a_handler_would()
    {
        var limiter = PartitionedRateLimiter.Create<SockJSConnection, int>(static _ => RateLimitPartition.GetNoLimiter(0));
        await limiter.DisposeAsync();
        using var world = new SessionWorld(options => options.MessageLimiter = limiter);
        world.Log.Expect("SessionLimiterFailed");
        var session = await world.ConnectPollAsync();
        Assert.True(await PostAsync(session, "1"));

        await world.JournalOf(session).IsAsync("open", "closed HandlerFailed 4500 Internal error");
    }

    private static SessionWorld World(MessageLimitPolicy policy) => new(options =>
    {
        options.MessagesPerSecond = 2;
        options.MessageBurst = 4;
        options.MessageLimitPolicy = policy;
        options.DisconnectDelay = TimeSpan.FromHours(1);
    });

    private static TokenBucketRateLimiterOptions Bucket(int permits) => new()
    {
        TokenLimit = permits,
        TokensPerPeriod = permits,
        ReplenishmentPeriod = TimeSpan.FromTicks(1),
        AutoReplenishment = false,
        QueueLimit = 0,
    };

    private static Task<bool> PostAsync(SockJSSession session, params string[] messages)
        => session.ReceiveAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(messages)), messages.Length);

    private static Task PassUntilAsync(SessionWorld world, Func<bool> condition) => Eventually.TrueAsync(() =>
    {
        world.Pass(TimeSpan.FromMilliseconds(500));
        return condition();
    });
}
