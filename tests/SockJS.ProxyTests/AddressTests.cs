using SockJS.ProxyTests.Clients;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

public sealed class AddressTests
{
    [Fact]
    public async Task Clients_go_where_the_information_of_the_endpoint_sends_them()
    {
        await using var b = await ChatServer.StartAsync("b");
        await using var a = await ChatServer.StartAsync("a", options => options.BaseUrlProvider = _ => $"http://{b.Address}/chat");
        await using var crowd = Crowd.Start(new Uri($"http://{a.Address}/chat"), certificate: "", Crowd.Transports.Length, Crowd.Transports);

        await crowd.UntilAsync(Enumerable.Range(0, Crowd.Transports.Length), client => crowd.Received(client) is ["b 1"]);

        Assert.All(a.Requests, request => Assert.Equal("/chat/info", request.Path));
    }
}
