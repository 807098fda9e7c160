using System.Net.WebSockets;
using System.Text;

namespace SockJS.ClientTests.Dashboard;

/// <summary>A client of the endpoint <c>/rooms</c>, over a raw WebSocket or an XHR stream.</summary>
internal sealed class Guest : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket? _socket;
    private readonly HttpClient? _http;
    private readonly StreamReader? _stream;

    private Guest(ClientWebSocket? socket, HttpClient? http, StreamReader? stream) => (_socket, _http, _stream) = (socket, http, stream);

    /// <summary>Opens a WebSocket, and joins rooms.</summary>
    public static async Task<Guest> OpenSocketAsync(Uri server, string user, params string[] rooms)
    {
        var socket = new ClientWebSocket();
        var guest = new Guest(socket, http: null, stream: null);
        using var deadline = new CancellationTokenSource(s_patience);
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/rooms/websocket", Query = $"user={Uri.EscapeDataString(user)}" }.Uri, deadline.Token);
        foreach (var room in rooms)
            await guest.SayAsync(room);
        return guest;
    }

    /// <summary>Opens a stream.</summary>
    public static async Task<Guest> OpenStreamAsync(Uri server, string user)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = s_patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/rooms/000/{Guid.NewGuid():N}/xhr_streaming?user={Uri.EscapeDataString(user)}");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        while (await stream.ReadLineAsync().WaitAsync(s_patience) is not "o")
            continue;
        return new Guest(socket: null, http, stream);
    }

    /// <summary>Says the name of a room over a WebSocket, and waits for the answer.</summary>
    public async Task SayAsync(string room)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        await _socket!.SendAsync(Encoding.UTF8.GetBytes(room), WebSocketMessageType.Text, endOfMessage: true, deadline.Token);
        Assert.Equal(WebSocketMessageType.Text, (await _socket.ReceiveAsync(new byte[4096], deadline.Token)).MessageType);
    }

    /// <summary>Waits for the end, and returns what the server says of it.</summary>
    public async Task<string> EndAsync()
    {
        if (_stream is not null)
        {
            while (await _stream.ReadLineAsync().WaitAsync(s_patience) is { } line)
            {
                if (line.StartsWith('c'))
                    return line[1..];
            }

            return "";
        }

        using var deadline = new CancellationTokenSource(s_patience);
        Assert.Equal(WebSocketMessageType.Close, (await _socket!.ReceiveAsync(new byte[4096], deadline.Token)).MessageType);
        return $"[{(int)_socket.CloseStatus!},\"{_socket.CloseStatusDescription}\"]";
    }

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        _http?.Dispose();
        _socket?.Dispose();
        return default;
    }
}
