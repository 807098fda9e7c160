using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace SockJS.Tests.Support;

/// <summary>The .NET client, one text message at a time.</summary>
internal sealed class WebSocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<WebSocketClient> ConnectAsync(Uri server, string path)
    {
        var client = new WebSocketClient();
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, CancellationToken.None).SoonAsync();
        return client;
    }

    public Task SendAsync(string text)
        => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).SoonAsync();

    /// <summary>Reads these messages and no others before; <see langword="null"/> stands for the end.</summary>
    public async Task ReadsAsync(params string?[] messages)
    {
        foreach (var message in messages)
            Assert.Equal(message, await ReadAsync());
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).SoonAsync();

    public void Dispose() => _socket.Dispose();

    private async Task<string?> ReadAsync()
    {
        var buffer = new byte[100_000];
        var result = await _socket.ReceiveAsync(buffer, CancellationToken.None).SoonAsync();
        if (result.MessageType != WebSocketMessageType.Close)
            return Encoding.UTF8.GetString(buffer, 0, result.Count);
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).SoonAsync();
        return null;
    }
}
