using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.Json;
using SockJS.ProxyTests.Daemons;

namespace SockJS.ProxyTests.Clients;

/// <summary>A client that polls, of which a test decides what the official one does not let it: address, HTTP version, cookies, headers.</summary>
internal sealed class PollingClient : IDisposable
{
    private static int s_lastSession;

    private readonly HttpClient _http;
    private readonly Uri _session;

    /// <param name="proxy">Where to connect.</param>
    /// <param name="from">The address to connect from.</param>
    /// <param name="server">The server segment of the URL.</param>
    public PollingClient(Proxy proxy, string from = "127.0.0.1", int server = 0)
    {
        _session = new Uri(proxy.Address, $"/chat/{server:000}/session{Interlocked.Increment(ref s_lastSession)}/");
        _http = new HttpClient(Handler(proxy, from)) { BaseAddress = proxy.Address, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    public HttpClient Http => _http;

    /// <summary>Returns a handler that connects from an address, and trusts the certificate of the proxy.</summary>
    public static SocketsHttpHandler Handler(Proxy proxy, string from) => new()
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, sent, _, _) => proxy.Certificate.IsThis(sent) },
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async Task OpenAsync() => Assert.Equal("o\n", await PostAsync("xhr", ""));

    /// <summary>Sends a message, and returns the answer.</summary>
    public async Task<string> AskAsync(string message)
    {
        await PostAsync("xhr_send", JsonSerializer.Serialize(new[] { message }));
        var frame = await PostAsync("xhr", "");
        Assert.StartsWith("a", frame, StringComparison.Ordinal);
        return Assert.Single(JsonSerializer.Deserialize<string[]>(frame[1..])!);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> PostAsync(string transport, string body)
    {
        // Like browsers, which end such a request with its headers. HAProxy may cancel one whose end comes after the answer.
        using var content = body.Length == 0 ? null : new StringContent(body);
        using var response = await _http.PostAsync(new Uri(_session, transport), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {transport}: {text}");
        return text;
    }
}
