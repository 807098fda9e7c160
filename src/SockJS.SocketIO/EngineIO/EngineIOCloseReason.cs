namespace SockJS.SocketIO.EngineIO;

/// <summary>Why a connection of Engine.IO ended.</summary>
public enum EngineIOCloseReason
{
    /// <summary>The client closed the connection, or it was lost.</summary>
    TransportClose,

    /// <summary>The transport failed: two polls at once, a request that broke off, a message that was too large.</summary>
    TransportError,

    /// <summary>The client did not answer a ping in time.</summary>
    PingTimeout,

    /// <summary>The server closed the connection: the application did, or the client broke the rules of the protocol above.</summary>
    ForcedClose,

    /// <summary>The client sent what is no packet.</summary>
    ParseError,

    /// <summary>The server is going down.</summary>
    ServerShuttingDown,

    /// <summary>The client read more slowly than it was sent to, and the policy for slow clients is to close.</summary>
    SlowClient,
}
