namespace SockJS.SocketIO.EngineIO;

/// <summary>What carries the packets of a connection.</summary>
public enum EngineIOTransport
{
    /// <summary>HTTP requests: the client polls for packets and posts its own.</summary>
    Polling,

    /// <summary>A WebSocket.</summary>
    WebSocket,
}
