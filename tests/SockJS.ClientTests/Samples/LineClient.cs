using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace SockJS.ClientTests.Samples;

/// <summary>A client like netcat: lines over TCP, or over TLS.</summary>
internal sealed class LineClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Stream _stream;
    private readonly StreamReader _lines;

    private LineClient(Stream stream)
    {
        _stream = stream;
        _lines = new StreamReader(stream);
    }

    public static async Task<LineClient> ConnectAsync(IPEndPoint server) => new(await OpenAsync(server));

    /// <summary>Connects by TLS; the certificate is one that only the server itself knows.</summary>
    public static async Task<LineClient> ConnectSecurelyAsync(IPEndPoint server)
    {
        var stream = new SslStream(await OpenAsync(server), leaveInnerStreamOpen: false, static (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await stream.AuthenticateAsClientAsync("localhost");
        return new LineClient(stream);
    }

    public async Task SendAsync(string text)
    {
        await _stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        await _stream.FlushAsync();
    }

    /// <summary>Reads on until a line comes; <see langword="null"/> stands for the end.</summary>
    public async Task ReadUntilAsync(string? line)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        string? read;
        do
            read = await _lines.ReadLineAsync(deadline.Token);
        while (read != line && read is not null);
        Assert.Equal(line, read);
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        await _stream.DisposeAsync();
    }

    private static async Task<NetworkStream> OpenAsync(IPEndPoint server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
