using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SockJS.SoakTests.Clients;

/// <summary>A client over WebSocket. What it sent counts as confirmed when it has come back.</summary>
internal sealed class SocketClient(Uri endpoint, string name) : SoakClient(name)
{
    private readonly ClientWebSocket _socket = new();
    private Task _receiving = Task.CompletedTask;
    private volatile bool _dropped;

    public override void Start() => _receiving = ReceiveAsync();

    public override async Task DropAsync()
    {
        _dropped = true;
        _socket.Abort();
        await _receiving;
        Confirmed = Returned;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_dropped)
        {
            _dropped = true;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            await _receiving;
            Confirmed = Returned;
        }

        _socket.Dispose();
    }

    protected override async Task SendAsync(IReadOnlyList<string> messages)
    {
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(messages), WebSocketMessageType.Text, endOfMessage: true, default);
        }
        catch (Exception exception) when (_dropped && exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // That is what a drop does to it.
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            var url = new UriBuilder(endpoint) { Scheme = "ws", Path = $"{endpoint.AbsolutePath}/000/{Name}/websocket" }.Uri;
            await _socket.ConnectAsync(url, default);
            using var message = new MemoryStream();
            var buffer = new byte[4096];
            while (true)
            {
                var result = await _socket.ReceiveAsync(buffer.AsMemory(), default);
                if (result.MessageType == WebSocketMessageType.Close)
                    return;
                message.Write(buffer, 0, result.Count);
                if (!result.EndOfMessage)
                    continue;
                Take(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception) when (_dropped)
        {
            // That is what a drop does to it.
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
