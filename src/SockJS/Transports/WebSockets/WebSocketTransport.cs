using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>WebSocket with SockJS frames: <c>…/websocket</c> below server and session, both of which mean nothing here.</summary>
internal sealed class WebSocketTransport : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => WebSocketConversation.RunAsync(http, sessions, SockJSTransports.WebSocket);
}
