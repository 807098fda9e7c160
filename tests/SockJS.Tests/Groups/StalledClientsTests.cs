using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

/// <summary>A thousand clients, every twentieth of which has stopped reading.</summary>
public sealed class StalledClientsTests
{
    private const int Clients = 1000;
    private const int Messages = 9;

    private static readonly string[] s_sent = [.. Enumerable.Range(0, Messages).Select(static i => $"message {i:00}")];

    [Theory]
    [InlineData(SlowClientPolicy.Close)]
    [InlineData(SlowClientPolicy.DropNewest)]
    [InlineData(SlowClientPolicy.DropOldest)]
    [InlineData(SlowClientPolicy.Wait)]
    [InlineData(SlowClientPolicy.Coalesce)]
    public async Task Those_that_read_get_everything_at_once_and_those_that_do_not_hold_no_more_than_their_buffers(SlowClientPolicy policy)
    {
        using var world = new SessionWorld(options =>
        {
            options.SlowClientPolicy = policy;
            options.SendBufferMessages = 5;
        });
        var clients = await ConnectAsync(world);
        var stalled = clients.Where(static (_, index) => index % 20 == 0).ToList();
        foreach (var (_, sink) in stalled)
            sink.Stall();
        var audience = world.Clients.Group("all").WithKey("key");
        var broadcasts = s_sent.Select(text => audience.SendAsync(text).AsTask()).ToList();

        Assert.All(clients.Except(stalled), static client => Assert.Equal(s_sent, client.Sink.Messages));
        Assert.All(stalled, static client => Assert.InRange(client.Session.QueuedBytes, 0, 6 * "\"message 00\",".Length + 20));
        Assert.Equal(policy == SlowClientPolicy.Wait, broadcasts.Exists(static one => !one.IsCompleted));
        if (policy == SlowClientPolicy.Wait)
            world.Pass(world.Options.SlowClientTimeout + TimeSpan.FromSeconds(1));
        await Task.WhenAll(broadcasts).SoonAsync();
        var closes = policy is SlowClientPolicy.Close or SlowClientPolicy.Wait;
        Assert.All(stalled, client => Assert.Equal(closes, !client.Session.IsOpen));
        Assert.Equal(closes ? 950 : 1000, world.Clients.Group("all").Count);
        foreach (var (_, sink) in stalled)
            sink.Continue();
    }

    private static async Task<List<(SockJSSession Session, RecordingSink Sink)>> ConnectAsync(SessionWorld world)
    {
        var clients = new List<(SockJSSession Session, RecordingSink Sink)>();
        for (var i = 0; i < Clients; i++)
        {
            clients.Add(await world.ConnectAsync());
            Assert.True(await clients[^1].Session.JoinAsync("all"));
        }

        return clients;
    }
}
