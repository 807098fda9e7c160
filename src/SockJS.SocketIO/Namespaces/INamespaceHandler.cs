namespace SockJS.SocketIO.Namespaces;

/// <summary>The application's code for a namespace.</summary>
internal interface INamespaceHandler
{
    /// <summary>Makes what handles a socket; it has its scope of services and its instance of the application's class.</summary>
    ISocketHandler Create(SocketIOSocket socket);

    /// <summary>Deals with what the application threw for an event because of what the client has sent.</summary>
    ValueTask EventRefusedAsync(SocketIOSocket socket, Exception exception);

    /// <summary>Deals with what the application threw because of the auth payload of a client, which is refused.</summary>
    void AuthRefused(SocketIOSocket socket, Exception exception);
}
