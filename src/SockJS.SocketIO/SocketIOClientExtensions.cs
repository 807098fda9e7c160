namespace SockJS.SocketIO;

/// <summary>Emits by client interfaces (<see cref="SocketIONamespaceAttribute.Client"/>).</summary>
public static class SocketIOClientExtensions
{
    /// <summary>Returns the client interface of a socket, or of a selection of sockets.</summary>
    /// <remarks>Methods that return an answer wait for that of one client: they throw an <see cref="InvalidOperationException"/> for anything but a socket.</remarks>
    /// <typeparam name="TClient">The interface that a namespace class names.</typeparam>
    /// <param name="emitter">Whom its methods emit to.</param>
    /// <returns>The interface; making one costs little.</returns>
    /// <exception cref="InvalidOperationException">No namespace that is mapped names the interface.</exception>
    public static TClient Client<TClient>(this ISocketIOEmitter emitter)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(emitter);
        return ClientFactory<TClient>.Create is { } create
            ? create(emitter)
            : throw new InvalidOperationException(
                $"No Socket.IO namespace has the client interface {typeof(TClient)}: name it on the class, [SocketIONamespace(…, Client = typeof({typeof(TClient).Name}))].");
    }
}
