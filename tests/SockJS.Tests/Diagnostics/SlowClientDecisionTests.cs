using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class SlowClientDecisionTests
{
    private const string Instrument = "sockjs.server.slow_client_decisions";

    [Theory]
    [InlineData(SlowClientPolicy.Close, "closed", 1, 0)]
    [InlineData(SlowClientPolicy.DropNewest, "dropped_newest", 3, 3)]
    [InlineData(SlowClientPolicy.DropOldest, "dropped_oldest", 3, 3)]
    [InlineData(SlowClientPolicy.Coalesce, "coalesced", 6, 6)]
    public async Task What_becomes_of_a_broadcast_without_room_is_counted(SlowClientPolicy policy, string decision, int decisions, int dropped)
    {
        using var world = World(policy);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 7; i++)
            session.Deliver(new PreparedMessage($"{i}"), "key");

        Assert.Equal(decisions, world.Metrics.Sum(Instrument));
        Assert.All(
            world.Metrics.Of(Instrument),
            measurement => Assert.Equal($"sockjs.endpoint=/test, sockjs.slow_client.decision={decision}", measurement.TagText));
        Assert.Equal(dropped, world.Metrics.Sum("sockjs.server.dropped_messages"));
    }

    [Fact]
    public async Task A_broadcast_that_waits_is_counted_and_so_is_the_end_of_patience()
    {
        using var world = World(SlowClientPolicy.Wait);
        var session = await world.ConnectPollAsync();
        for (var i = 0; i < 4; i++)
            session.Deliver(new PreparedMessage($"{i}"));
        Assert.Empty(world.Metrics.Of(Instrument));
        var waiting = session.DeliverAsync(new PreparedMessage("waits"), key: null, CancellationToken.None).AsTask();
        world.Pass(TimeSpan.FromSeconds(10));

        await waiting.SoonAsync();
        Assert.Equal(
            ["waited", "wait_timed_out"],
            world.Metrics.Of(Instrument).Select(static measurement => measurement.Tags["sockjs.slow_client.decision"]));
    }

    [Fact]
    public async Task A_broadcast_that_may_not_wait_is_counted_as_a_close()
    {
        using var world = World(SlowClientPolicy.Wait);
        var session = await world.ConnectPollAsync();
        var waiting = new List<Task>();
        while (session.IsOpen)
            waiting.Add(session.DeliverAsync(new PreparedMessage("waits"), key: null, CancellationToken.None).AsTask());

        await Task.WhenAll(waiting).SoonAsync();
        Assert.Equal(["closed", "waited"], world.Metrics.Of(Instrument).Select(static measurement => (string)measurement.Tags["sockjs.slow_client.decision"]!).Distinct().Order());
    }

    private static SessionWorld World(SlowClientPolicy policy) => new(options =>
    {
        options.SlowClientPolicy = policy;
        options.SendBufferMessages = 4;
    });
}
