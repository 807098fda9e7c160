using SockJS.ProxyTests.Clients;
using SockJS.ProxyTests.Daemons;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

/// <summary>Quiet connections, with a heartbeat and with time-outs that are shorter than those of the guide.</summary>
public sealed class HeartbeatTests
{
    internal const string ProxyTimeout = "3s";

    public static TheoryData<string> Files { get; } = [.. ProxyKind.All.Select(kind => kind.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Heartbeats_keep_quiet_clients_connected(string file)
    {
        const int Beats = 8;
        await using var a = await ChatServer.StartAsync("a", options => options.HeartbeatInterval = TimeSpan.FromSeconds(0.5));
        await using var b = await ChatServer.StartAsync("b", options => options.HeartbeatInterval = TimeSpan.FromSeconds(0.5));
        await using var proxy = await Proxy.StartAsync(ProxyKind.Of(file), [a, b], ProxyTimeout);
        await using var crowd = Crowd.Start(proxy.Endpoint, proxy.Certificate.CertificateFile, Transports(file).Length, Transports(file));

        await crowd.UntilAsync(
            Enumerable.Range(0, Transports(file).Length),
            client => crowd.Count(client, CrowdEvent.Heartbeat) >= Beats || crowd.Count(client, CrowdEvent.Close) > 0);

        Assert.DoesNotContain(crowd.Events, one => one.Event == CrowdEvent.Close);
    }

    // Node.js keeps no cookies.
    private static string[] Transports(string file) => file == ProxyKind.HAProxyWithCookie.FileName ? ["websocket"] : Crowd.Transports;
}
