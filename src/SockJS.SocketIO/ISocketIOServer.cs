namespace SockJS.SocketIO;

/// <summary>Every namespace that is mapped, by name.</summary>
public interface ISocketIOServer
{
    /// <summary>Returns the sockets of a namespace, or of a pattern.</summary>
    /// <param name="namespaceName">The name or pattern as it was mapped, or a name that fits a pattern; the slash may be left out.</param>
    /// <remarks>Where several endpoints have a namespace of the name, it is that of the endpoint that was mapped first.</remarks>
    /// <exception cref="InvalidOperationException">No such namespace is mapped.</exception>
    ISocketIOClients Of(string namespaceName);
}
