using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A client's connection, which has a socket for each namespace that the client is in.</summary>
internal interface ISocketOwner
{
    EngineIOConnection Connection { get; }

    /// <summary>Takes note that the server has disconnected a socket.</summary>
    void Left(Socket socket);

    /// <summary>Disconnects all sockets and closes the connection.</summary>
    ValueTask CloseAsync();
}
