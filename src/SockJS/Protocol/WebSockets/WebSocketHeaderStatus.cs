namespace SockJS.Protocol.WebSockets;

/// <summary>What became of reading a frame header.</summary>
internal enum WebSocketHeaderStatus
{
    Ok,
    NeedMore,
    Invalid,
}
