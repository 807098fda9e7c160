using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SockJS.Conformance.Http;

/// <summary>The protocol says nothing of HTTP/2, but browsers use it: the same answers, with frames of HTTP/2 in place of chunks.</summary>
[OwnServer]
public sealed class Http2Tests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Polling_works()
    {
        var server = StartHttp2();
        using var client = CreateClient(server);
        var url = NewSession();

        Assert.Equal("o\n", await PostAsync(client, url + "/xhr", ""));
        Assert.Equal("", await PostAsync(client, url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", await PostAsync(client, url + "/xhr", ""));
    }

    [Fact]
    public async Task Streaming_works_on_one_connection_with_its_sends()
    {
        var server = StartHttp2();
        using var client = CreateClient(server);
        var url = NewSession();
        using var request = Request(HttpMethod.Get, url + "/eventsource");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Wire.Patience);
        Assert.Equal(HttpVersion.Version20, response.Version);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("data: o", await NextAsync());
        Assert.Equal("", await PostAsync(client, url + "/xhr_send", """["a"]"""));
        Assert.Equal("data: a[\"a\"]", await NextAsync());

        async Task<string?> NextAsync()
        {
            string? line;
            while ((line = await reader.ReadLineAsync().WaitAsync(Wire.Patience)) == "")
            {
            }

            return line;
        }
    }

    [Fact]
    public async Task A_cancelled_stream_is_a_drop()
    {
        var server = StartHttp2();
        using var client = CreateClient(server);
        var url = NewSession();
        for (var i = 0; i < 20; i++)
        {
            using var request = Request(HttpMethod.Post, url + "/xhr_streaming");
            using (await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Wire.Patience))
            {
            }

            Assert.Equal("o\n", await PostAsync(client, url + "/xhr", ""));
            url = NewSession();
        }
    }

    [Theory]
    [InlineData("/echo/000/http2/websocket", "o")]
    [InlineData("/echo/websocket", null)]
    public async Task A_websocket_can_be_opened_by_extended_connect(string path, string? open)
    {
        var server = StartHttp2();
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await socket.ConnectAsync(new Uri($"ws://{server.Host}{path}"), invoker, CancellationToken.None).WaitAsync(Wire.Patience);

        if (open is not null)
            Assert.Equal(open, await ReadAsync());
        await socket.SendAsync(Encoding.UTF8.GetBytes("""["a"]"""), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.EndsWith("""["a"]""", await ReadAsync(), StringComparison.Ordinal);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None).WaitAsync(Wire.Patience);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);

        async Task<string> ReadAsync()
        {
            var buffer = new byte[1000];
            var result = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Wire.Patience);
            return Encoding.UTF8.GetString(buffer, 0, result.Count);
        }
    }

    private static HttpClient CreateClient(LiveServer server) => new()
    {
        BaseAddress = new Uri(server.Origin),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    // Unlike its other methods, SendAsync of the client does not apply its default version.
    private static HttpRequestMessage Request(HttpMethod method, string url) => new(method, url)
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static async Task<string> PostAsync(HttpClient client, string url, string body)
    {
        using var content = new StringContent(body);
        using var response = await client.PostAsync(new Uri(url, UriKind.Relative), content).WaitAsync(Wire.Patience);
        return await response.Content.ReadAsStringAsync();
    }

    private LiveServer StartHttp2() => Start(
        services =>
        {
            services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
            services.AddSockJS(OpenToAll);
        },
        app => app.MapSockJS("/echo", Handlers.Echo));
}
