namespace SockJS.SocketIO.Dispatch;

/// <summary>The delegates that handle a namespace.</summary>
internal sealed class DelegateRoutes
{
    public Func<SocketIOSocket, ValueTask>? OnConnect { get; set; }

    public Func<SocketIOSocket, SocketIODisconnectReason, ValueTask>? OnDisconnect { get; set; }

    public Func<SocketIOSocket, string, SocketIOArguments, SocketIOAck, ValueTask>? OnAny { get; set; }

    public Dictionary<string, Func<SocketIOSocket, SocketIOArguments, SocketIOAck, ValueTask>> Events { get; } = new(StringComparer.Ordinal);
}
