using Microsoft.Extensions.Logging;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Multiplexing;

public sealed class HostileFrameTests
{
    public static TheoryData<string, string> Frames => new()
    {
        { "", "invalid_frame" },
        { "sub", "invalid_frame" },
        { "msg;ann", "invalid_frame" },
        { "SUB,ann", "invalid_frame" },
        { "del,ann", "invalid_frame" },
        { ",ann", "invalid_frame" },
        { "{\"type\":\"ann\"}", "invalid_frame" },
        { "sub,", "unknown_topic" },
        { "sub,carol", "unknown_topic" },
        { "sub,ANN", "unknown_topic" },
        { "sub, ann", "unknown_topic" },
        { "sub,%61nn", "unknown_topic" },
        { "sub,__proto__", "unknown_topic" },
        { "msg,carol,hello", "unknown_topic" },
        { "uns,carol", "unknown_topic" },
        { "sub," + new string('a', 100_000), "unknown_topic" },
        { "msg,ann,hello", "not_subscribed" },
        { "msg,ann", "not_subscribed" },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task A_frame_that_belongs_to_no_channel_is_counted_and_ignored(string frame, string code)
    {
        using var world = new ChannelWorld();
        var (session, sink) = await world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, frame);
        await world.SubscribeAsync(session, "bob");

        var measurement = Assert.Single(world.Sessions.Metrics.Of("sockjs.server.invalid_messages"));
        Assert.Equal(code, measurement.Tags["error.type"]);
        Assert.Equal(LogLevel.Debug, Assert.Single(world.Sessions.Log.Entries, static entry => entry.Event.Name == "FrameRefused").Level);
        Assert.DoesNotContain(world.Sessions.Log.Entries, static entry => entry.Level > LogLevel.Debug);
        Assert.Empty(sink.Messages);
        Assert.True(session.IsOpen);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task A_frame_that_belongs_to_no_channel_closes_the_connection_where_the_policy_says_so(string frame, string code)
    {
        using var world = new ChannelWorld(static options => options.InvalidMessages = SockJSErrorPolicy.Close);
        var (session, sink) = await world.Sessions.ConnectAsync();
        var bob = await world.SubscribeAsync(session, "bob");
        await ChannelWorld.SendAsync(session, frame);

        await sink.Ended.SoonAsync();
        var close = code == "unknown_topic" ? (4404, "Unknown message") : (4400, "Invalid message");
        Assert.Equal(["o", $"c[{close.Item1},\"{close.Item2}\"]"], sink.Frames);
        await bob.Journal.IsAsync("open", $"closed InvalidMessage {close.Item1} {close.Item2}");
    }

    [Fact]
    public async Task A_frame_that_belongs_to_no_channel_is_not_answered_even_where_the_policy_is_to_reply()
    {
        using var world = new ChannelWorld(static options => options.InvalidMessages = SockJSErrorPolicy.Reply);
        var (session, sink) = await world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "nonsense", "msg,ann,hello");
        await world.SubscribeAsync(session, "bob");

        Assert.Empty(sink.Messages);
        Assert.Equal(2, world.Sessions.Metrics.Sum("sockjs.server.invalid_messages"));
    }

    [Fact]
    public async Task A_channel_that_is_one_too_many_is_closed_at_once()
    {
        using var world = new ChannelWorld(static options =>
        {
            options.MaxChannelsPerConnection = 1;
            options.InvalidMessages = SockJSErrorPolicy.Close;
        });
        var (session, sink) = await world.Sessions.ConnectAsync();
        await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "sub,bob");

        Assert.Equal(["uns,bob"], sink.Messages);
        Assert.Equal("too_many_channels", Assert.Single(world.Sessions.Metrics.Of("sockjs.server.invalid_messages")).Tags["error.type"]);
        Assert.Equal(0, world.CountOf("bob"));
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_channel_counts_until_its_handler_has_ended()
    {
        var closing = new TaskCompletionSource();
        using var world = new ChannelWorld(
            static options => options.MaxChannelsPerConnection = 2, (_, journal) => journal.Closing = () => new ValueTask(closing.Task));
        var (session, sink) = await world.Sessions.ConnectAsync();
        await ChannelWorld.SendAsync(session, "sub,ann", "uns,ann", "sub,ann", "uns,ann", "sub,ann", "sub,bob");
        Assert.Equal(["uns,ann", "uns,bob"], sink.Messages);

        closing.SetResult();
        await Eventually.TrueAsync(() => world.CountOf("ann") == 2);
        await Eventually.TrueAsync(() =>
        {
            ChannelWorld.PostAsync(session, "sub,bob");
            return world.CountOf("bob") == 1;
        });
        Assert.True(session.IsOpen);
    }

    [Fact]
    public async Task A_channel_counts_until_its_client_could_be_told_of_its_close()
    {
        using var world = new ChannelWorld(static options =>
        {
            options.MaxChannelsPerConnection = 2;
            options.SendBufferMessages = 1;
        });
        var session = await world.Sessions.ConnectPollAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        await ann.Connection.SendAsync("full");
        await ann.Connection.CloseAsync();
        await ann.Journal.HasAsync(2);
        var again = await world.SubscribeAsync(session, "ann");
        await again.Connection.CloseAsync();
        await again.Journal.HasAsync(2);
        await ChannelWorld.SendAsync(session, "sub,ann");

        Assert.Equal(2, world.CountOf("ann"));
        Assert.Equal("too_many_channels", Assert.Single(world.Sessions.Metrics.Of("sockjs.server.invalid_messages")).Tags["error.type"]);
    }

    [Fact]
    public async Task A_channel_that_is_full_holds_up_the_others_until_it_has_room()
    {
        using var gate = new SemaphoreSlim(0);
        using var world = new ChannelWorld(
            static options => options.ReceiveBufferMessages = 2,
            (_, journal) => journal.Handling = async text =>
            {
                if (text.StartsWith("slow", StringComparison.Ordinal))
                    await gate.WaitAsync();
            });
        var (session, _) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var bob = await world.SubscribeAsync(session, "bob");
        // One is with the handler, two wait in the channel, one waits before it.
        await ChannelWorld.SendAsync(session, "msg,ann,slow 1", "msg,ann,slow 2", "msg,ann,slow 3", "msg,ann,slow 4");
        await ChannelWorld.SendAsync(session, "msg,bob,quick 1", "msg,bob,quick 2");
        var waiting = ChannelWorld.PostAsync(session, "msg,bob,quick 3");
        Assert.False(waiting.IsCompleted);
        Assert.Equal(["open"], bob.Journal.Entries);

        gate.Release();
        await waiting.SoonAsync();
        await bob.Journal.IsAsync("open", "quick 1", "quick 2", "quick 3");
        gate.Release(10);
        await ann.Journal.IsAsync("open", "slow 1", "slow 2", "slow 3", "slow 4");
    }

    [Fact]
    public async Task A_full_channel_that_ends_holds_up_the_others_no_longer()
    {
        var handling = new TaskCompletionSource();
        using var world = new ChannelWorld(
            static options => options.ReceiveBufferMessages = 1,
            (_, journal) => journal.Handling = text => text == "slow" ? new ValueTask(handling.Task) : default);
        var (session, _) = await world.Sessions.ConnectAsync();
        var ann = await world.SubscribeAsync(session, "ann");
        var bob = await world.SubscribeAsync(session, "bob");
        await ChannelWorld.SendAsync(session, "msg,ann,slow", "msg,ann,slow", "msg,ann,slow");
        await ChannelWorld.SendAsync(session, "msg,bob,quick");
        await ann.Connection.CloseAsync();
        await bob.Journal.IsAsync("open", "quick");

        handling.SetResult();
        await ann.Journal.IsAsync("open", "slow", "closed ServerClosed 1000 Normal closure");
    }

    [Fact]
    public async Task Any_bytes_leave_the_connection_as_it_is()
    {
        using var world = new ChannelWorld();
        var (session, _) = await world.Sessions.ConnectAsync();
        var random = new Random(42);
        const string Alphabet = "submsgn,ab\u00e9\ud83d\ude00\0 ";
        for (var i = 0; i < 2000; i++)
            await ChannelWorld.SendAsync(session, string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        var ann = await world.SubscribeAsync(session, "ann");
        await ChannelWorld.SendAsync(session, "msg,ann,hello");

        await ann.Journal.IsAsync("open", "hello");
        Assert.DoesNotContain(world.Sessions.Log.Entries, static entry => entry.Level > LogLevel.Debug);
    }
}
