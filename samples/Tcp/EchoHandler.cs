using System.Net.WebSockets;

namespace TcpSample;

/// <summary>Sends every message back: a handler as it is written for WebSockets, which knows nothing of SockJS.</summary>
internal static class EchoHandler
{
    public static async Task Echo(WebSocket webSocket)
    {
        var buffer = new byte[1024 * 4];
        var received = await webSocket.ReceiveAsync(new ArraySegment<byte>(buffer), CancellationToken.None);
        while (!received.CloseStatus.HasValue)
        {
            await webSocket.SendAsync(
                new ArraySegment<byte>(buffer, 0, received.Count), received.MessageType, received.EndOfMessage, CancellationToken.None);
            received = await webSocket.ReceiveAsync(new ArraySegment<byte>(buffer), CancellationToken.None);
        }

        await webSocket.CloseAsync(received.CloseStatus.Value, received.CloseStatusDescription, CancellationToken.None);
    }
}
