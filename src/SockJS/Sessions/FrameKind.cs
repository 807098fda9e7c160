namespace SockJS.Sessions;

/// <summary>What a frame says to the client.</summary>
internal enum FrameKind : byte
{
    Open,
    Messages,
    Close,
    Heartbeat,

    /// <summary>The sink asked for a turn to write bytes of its own, such as a WebSocket pong.</summary>
    Control,
}
