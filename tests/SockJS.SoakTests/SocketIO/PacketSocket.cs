using System.Net.WebSockets;
using System.Text;

namespace SockJS.SoakTests.SocketIO;

/// <summary>A WebSocket that carries packets: text as strings, the others as bytes.</summary>
internal sealed class PacketSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[4096];

    public Task ConnectAsync(Uri endpoint, string? sid, CancellationToken cancellationToken)
    {
        var query = "EIO=4&transport=websocket" + (sid is null ? "" : "&sid=" + sid);
        return _socket.ConnectAsync(new UriBuilder(endpoint) { Scheme = "ws", Query = query }.Uri, cancellationToken);
    }

    public async Task SendAsync(IReadOnlyList<object> packets)
    {
        foreach (var packet in packets)
        {
            if (packet is byte[] bytes)
                await _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, default);
            else
                await _socket.SendAsync(Encoding.UTF8.GetBytes((string)packet), WebSocketMessageType.Text, endOfMessage: true, default);
        }
    }

    /// <summary>Returns the next packet; <see langword="null"/> where the server has closed.</summary>
    public async Task<object?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            var result = await _socket.ReceiveAsync(_buffer, default);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(_buffer, 0, result.Count);
            if (result.EndOfMessage)
                return result.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(message.ToArray()) : message.ToArray();
        }
    }

    public async Task ReceiveAllAsync(Action<string> takeText, Action<byte[]> takeBytes)
    {
        while (await ReceiveAsync() is { } packet)
        {
            if (packet is byte[] bytes)
                takeBytes(bytes);
            else
                takeText((string)packet);
        }

        throw new WebSocketException("the server closed");
    }

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
