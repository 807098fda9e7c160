namespace SockJS.Testing.Wire;

/// <summary>What a frame of the server, or one message of it, is.</summary>
internal enum ServerFrameKind
{
    Open,
    Heartbeat,
    Message,
    Close,
}
