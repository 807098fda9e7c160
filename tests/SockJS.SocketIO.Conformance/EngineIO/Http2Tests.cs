using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>The same over HTTP/2, where one connection carries polls, posts and the WebSocket, which begins with a CONNECT.</summary>
[OwnServer]
public sealed class Http2Tests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string Polling = EnginePaths.Engine + EnginePaths.Polling;
    private const string Socket = EnginePaths.Engine + EnginePaths.WebSocket;

    [Fact]
    public async Task A_session_moves_to_a_WebSocket_on_the_connection_that_it_polls_on()
    {
        var server = StartHttp2();
        using var handler = new SocketsHttpHandler();
        using var client = CreateClient(server, handler);
        var url = await OpenAsync(client);
        var polling = client.GetStringAsync(url);
        using var socket = await ConnectAsync(server, handler, Socket + SidOf(url));

        await SendAsync(socket, "2probe");
        Assert.Equal("3probe", await ReadAsync(socket));
        Assert.Equal("6", await polling.WaitAsync(Wire.Patience));
        await SendAsync(socket, "5");
        await SendAsync(socket, "4here");

        Assert.Equal("4here", await ReadAsync(socket));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(client, HttpMethod.Get, url));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(client, HttpMethod.Post, url));
        await SendAsync(socket, "4still");
        Assert.Equal("4still", await ReadAsync(socket));
    }

    [Fact]
    public async Task A_poll_that_is_reset_ends_its_session_and_no_other_on_the_connection()
    {
        var server = StartHttp2();
        using var handler = new SocketsHttpHandler();
        using var client = CreateClient(server, handler);
        var (given, kept) = (await OpenAsync(client), await OpenAsync(client));
        var polling = client.GetStringAsync(kept);
        using (var reset = new CancellationTokenSource())
        {
            var lost = client.GetStringAsync(given, reset.Token);
            // It has arrived when another would overlap; a post says so without doing that.
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, given, "3"));
            await reset.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        }

        await Eventually.IsTrueAsync(async () => await StatusAsync(client, HttpMethod.Post, given, "3") == HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, kept, "4a"));
        Assert.Equal("4a", await polling.WaitAsync(Wire.Patience));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task A_foreign_page_opens_no_WebSocket(string origin)
    {
        var server = StartHttp2();
        using var handler = new SocketsHttpHandler();
        using var client = CreateClient(server, handler);
        var url = await OpenAsync(client);

        foreach (var target in new[] { Socket, Socket + SidOf(url) })
        {
            using var request = Connect(target);
            request.Headers.Add("Origin", origin);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Wire.Patience);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, url, "4a"));
    }

    [Fact]
    public async Task A_CONNECT_is_for_WebSockets_only()
    {
        var server = StartHttp2();
        using var handler = new SocketsHttpHandler();
        using var client = CreateClient(server, handler);
        var url = await OpenAsync(client);

        Assert.Equal((HttpStatusCode.BadRequest, """{"code":2,"message":"Bad handshake method"}"""), await AnswerAsync(Polling));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, ""), await AnswerAsync(url));
        Assert.Equal((HttpStatusCode.BadRequest, """{"code":3,"message":"Bad request"}"""), await AnswerAsync(Socket + "&EIO", version: "12"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, url, "4a"));

        async Task<(HttpStatusCode Status, string Body)> AnswerAsync(string target, string version = "13")
        {
            using var request = Connect(target, version);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Wire.Patience);
            return (response.StatusCode, await response.Content.ReadAsStringAsync().WaitAsync(Wire.Patience));
        }
    }

    private static HttpClient CreateClient(LiveServer server, SocketsHttpHandler handler) => new(handler, disposeHandler: false)
    {
        BaseAddress = new Uri(server.Origin),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static async Task<string> OpenAsync(HttpClient client)
    {
        var open = await client.GetStringAsync(Polling).WaitAsync(Wire.Patience);
        return $"{Polling}&sid={JsonDocument.Parse(open.AsMemory(1)).RootElement.GetProperty("sid").GetString()}";
    }

    private static string SidOf(string url) => url[url.IndexOf("&sid=", StringComparison.Ordinal)..];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string url, string body = "")
    {
        using var request = new HttpRequestMessage(method, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (method == HttpMethod.Post)
            request.Content = new StringContent(body);
        using var response = await client.SendAsync(request).WaitAsync(Wire.Patience);
        return response.StatusCode;
    }

    private static HttpRequestMessage Connect(string target, string version = "13")
    {
        var request = new HttpRequestMessage(HttpMethod.Connect, target) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Protocol = "websocket";
        request.Headers.Add("Sec-WebSocket-Version", version);
        return request;
    }

    private static async Task<ClientWebSocket> ConnectAsync(LiveServer server, SocketsHttpHandler handler, string target)
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(new Uri($"ws://{server.Host}{target}"), invoker, CancellationToken.None).WaitAsync(Wire.Patience);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string packet)
        => socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).WaitAsync(Wire.Patience);

    private static async Task<string> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[1000];
        var result = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Wire.Patience);
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }

    private LiveServer StartHttp2() => Start(
        static services =>
        {
            services.Configure<KestrelServerOptions>(static kestrel => kestrel.ConfigureEndpointDefaults(static listen => listen.Protocols = HttpProtocols.Http2));
            services.AddEngineIO();
        },
        static app => OwnServers.MapEcho(app, static _ => { }));
}
