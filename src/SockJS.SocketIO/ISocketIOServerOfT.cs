namespace SockJS.SocketIO;

/// <summary>The sockets of the namespace that a class handles.</summary>
/// <typeparam name="TNamespace">The class.</typeparam>
public interface ISocketIOServer<TNamespace> : ISocketIOClients
    where TNamespace : class;
