using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>WebSocket without SockJS frames: <c>/websocket</c> below the prefix.</summary>
internal sealed class RawWebSocketTransport : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => WebSocketConversation.RunAsync(http, sessions, SockJSTransports.RawWebSocket);
}
