using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Namespaces;

/// <summary>What the end of a connection is to its sockets.</summary>
internal static class DisconnectReasons
{
    public static SocketIODisconnectReason Of(EngineIOCloseReason reason) => reason switch
    {
        EngineIOCloseReason.TransportClose => SocketIODisconnectReason.TransportClose,
        EngineIOCloseReason.TransportError => SocketIODisconnectReason.TransportError,
        EngineIOCloseReason.PingTimeout => SocketIODisconnectReason.PingTimeout,
        EngineIOCloseReason.ParseError => SocketIODisconnectReason.ParseError,
        EngineIOCloseReason.ServerShuttingDown => SocketIODisconnectReason.ServerShuttingDown,
        _ => SocketIODisconnectReason.ForcedClose,
    };
}
