namespace SockJS.SocketIO;

/// <summary>The sockets of the namespace that a class handles, at all paths where it is mapped.</summary>
/// <typeparam name="TNamespace">The class.</typeparam>
public interface ISocketIOServer<TNamespace> : ISocketIOClients
    where TNamespace : class;
