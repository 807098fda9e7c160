using SockJS.ProxyTests.Clients;
using SockJS.ProxyTests.Daemons;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

public sealed class FailureTests
{
    private const int Clients = 40;

    [Theory]
    [InlineData("nginx.conf")]
    [InlineData("haproxy.cfg")]
    public async Task The_clients_of_a_server_that_stops_find_the_other_and_the_others_notice_nothing(string file)
    {
        await using var a = await ChatServer.StartAsync("a");
        await using var b = await ChatServer.StartAsync("b");
        await using var proxy = await Proxy.StartAsync(ProxyKind.Of(file), [a, b]);
        await using var crowd = Crowd.Start(proxy.Endpoint, proxy.Certificate.CertificateFile, Clients, Crowd.Transports, reconnect: true);
        await crowd.UntilAsync(Enumerable.Range(0, Clients), client => crowd.Received(client).Count == 1);
        var ofServer = Enumerable.Range(0, Clients).ToLookup(client => crowd.Received(client)[0]);
        Assert.Equal(["a 1", "b 1"], ofServer.Select(clients => clients.Key).Order());

        await a.StopAsync();
        await crowd.UntilAsync(ofServer["a 1"], client => crowd.Received(client) is [_, "b 1"]);

        Assert.All(ofServer["a 1"], client => Assert.Contains(new CrowdEvent(client, CrowdEvent.Close, $"{SockJSCloseCodes.ShuttingDown}"), crowd.Events));
        Assert.All(ofServer["b 1"], client => Assert.Equal(0, crowd.Count(client, CrowdEvent.Close)));
    }
}
