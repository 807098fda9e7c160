namespace SockJS.SocketIO.Dispatch;

/// <summary>The methods of a namespace class, as delegates that generated code made of them.</summary>
/// <typeparam name="T">The namespace class.</typeparam>
internal sealed record SocketHandlers<T>
    where T : class
{
    public required Func<SocketIOSocket, IServiceProvider, T> Create { get; init; }

    public ConnectRoute<T>? OnConnect { get; init; }

    public required EventRouter<T> Router { get; init; }

    public Func<T, SocketIOSocket, IServiceProvider, SocketIODisconnectReason, ValueTask>? OnDisconnect { get; init; }
}
