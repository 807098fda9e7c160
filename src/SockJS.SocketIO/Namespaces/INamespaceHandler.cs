namespace SockJS.SocketIO.Namespaces;

/// <summary>The application's code for a namespace.</summary>
internal interface INamespaceHandler
{
    /// <summary>Makes what handles a socket; it has its scope of services and its instance of the application's class.</summary>
    ISocketHandler Create(SocketIOSocket socket);
}
