using SockJS.ProxyTests.Clients;
using SockJS.ProxyTests.Daemons;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

/// <summary>What <see cref="HeartbeatTests"/> would see if its time-outs were not in effect, or its heartbeats not needed.</summary>
public sealed class ImpatienceTests
{
    public static TheoryData<string> Files => HeartbeatTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_proxy_with_less_patience_than_the_heartbeat_has_ends_quiet_connections(string file)
    {
        await using var a = await ChatServer.StartAsync("a");
        await using var b = await ChatServer.StartAsync("b");
        await using var proxy = await Proxy.StartAsync(ProxyKind.Of(file), [a, b], HeartbeatTests.ProxyTimeout);
        await using var crowd = Crowd.Start(proxy.Endpoint, proxy.Certificate.CertificateFile, 1, ["websocket"]);

        await crowd.UntilAsync([0], client => crowd.Count(client, CrowdEvent.Close) > 0);

        Assert.Equal(1, crowd.Count(0, CrowdEvent.Open));
    }
}
