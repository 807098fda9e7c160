using System.Net;
using System.Net.WebSockets;
using System.Text;
using SockJS.ProxyTests.Clients;
using SockJS.ProxyTests.Daemons;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

/// <summary>What the servers know of clients that reach them through a proxy.</summary>
public sealed class ForwardingTests(SharedProxies shared) : IClassFixture<SharedProxies>
{
    private const string Elsewhere = "127.0.0.7";

    public static TheoryData<string> Files { get; } = [.. ProxyKind.All.Select(kind => kind.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Handlers_see_the_address_of_the_client_and_no_other_that_it_claims(string file)
    {
        using var client = new PollingClient(shared.Of(file), from: Elsewhere);
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.2.3");
        await client.OpenAsync();

        Assert.Equal(Elsewhere, await client.AskAsync(ChatEndpoint.WhereFrom));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Handlers_see_the_address_of_a_client_with_a_WebSocket(string file)
    {
        var proxy = shared.Of(file);
        using var http = new HttpMessageInvoker(PollingClient.Handler(proxy, Elsewhere));
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new UriBuilder(proxy.Endpoint) { Scheme = "wss", Path = "/chat/websocket" }.Uri, http, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(ChatEndpoint.WhereFrom), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);

        Assert.Equal(Elsewhere, Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_servers_see_that_the_client_came_with_TLS(string file)
    {
        var path = $"/chat/{Guid.NewGuid():N}";
        using var client = new PollingClient(shared.Of(file));
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "ftp");

        await client.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal("https", Assert.Single(shared.Servers.SelectMany(server => server.Requests), request => request.Path == path).Scheme);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Pages_of_the_public_origin_get_in_and_others_do_not(string file)
    {
        var proxy = shared.Of(file);
        using var client = new PollingClient(proxy);

        Assert.Equal(HttpStatusCode.OK, await AskForInfoAsync($"https://{proxy.Address.Authority}"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskForInfoAsync("https://example.org"));

        async Task<HttpStatusCode> AskForInfoAsync(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/chat/info");
            request.Headers.Add("Origin", origin);
            using var response = await client.Http.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Connections_to_the_servers_serve_many_requests(string file)
    {
        const int Polls = 40;
        using var client = new PollingClient(shared.Of(file));
        await client.OpenAsync();

        for (var i = 0; i < Polls; i++)
            await client.AskAsync($"{i}");

        var seen = shared.Servers.SelectMany(server => server.Requests);
        Assert.InRange(seen.Select(request => request.Connection).Distinct().Count(), 1, Polls / 4);
    }
}
