namespace SockJS.SocketIO.Namespaces;

/// <summary>The application's code for one socket. Disposed when the socket is disconnected and nothing of it runs any more.</summary>
internal interface ISocketHandler : IAsyncDisposable
{
    /// <summary>Called when the client joins.</summary>
    /// <exception cref="SocketIORefusedException">The client is refused.</exception>
    ValueTask ConnectAsync();

    /// <summary>Handles an event; those of one socket come in order. What the application throws was handled inside.</summary>
    /// <param name="received">The event; its memory is there until the task has completed.</param>
    ValueTask HandleAsync(in IncomingEvent received);

    /// <summary>Called when the client has joined and is there no more; its rooms are still known.</summary>
    ValueTask DisconnectAsync(SocketIODisconnectReason reason);
}
