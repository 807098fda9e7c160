using SockJS.Sessions;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Connections;

/// <summary>Speaks Socket.IO over the connections of an endpoint.</summary>
internal sealed class SocketIOEngine(NamespaceTable namespaces) : IEngineHandler
{
    private readonly ConnectDeadlines _deadlines = new(namespaces.Context.Options.ConnectTimeout, namespaces.Context.Time);

    public string Protocol => "socket.io";

    public IGroupCounts Groups { get; } = new RoomCounts(namespaces);

    // A packet of MessagePack is one frame, whatever it holds.
    public IFrameGroups? FrameGroups { get; } = namespaces.Context.Options.Parser == SocketIOParser.Json ? PacketGroups.Instance : null;

    public IEngineReceiver Accept(EngineIOConnection connection) => new ClientConnection(connection, namespaces, _deadlines);
}
