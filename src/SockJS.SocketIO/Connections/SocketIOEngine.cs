using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Connections;

/// <summary>Speaks Socket.IO over the connections of an endpoint.</summary>
internal sealed class SocketIOEngine(NamespaceTable namespaces) : IEngineHandler
{
    private readonly ConnectDeadlines _deadlines = new(namespaces.Context.Options.ConnectTimeout, namespaces.Context.Time);

    public string Protocol => "socket.io";

    public IGroupCounts Groups { get; } = new RoomCounts(namespaces);

    public IEngineReceiver Accept(EngineIOConnection connection) => new ClientConnection(connection, namespaces, _deadlines);
}
