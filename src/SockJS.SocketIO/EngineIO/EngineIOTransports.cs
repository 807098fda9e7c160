namespace SockJS.SocketIO.EngineIO;

/// <summary>The ways in which a client can reach an endpoint; combined, a set of them.</summary>
[Flags]
public enum EngineIOTransports
{
    /// <summary>No transport.</summary>
    None = 0,

    /// <summary>Long polling: one HTTP response per batch of packets down, POSTs up.</summary>
    Polling = 1,

    /// <summary>WebSocket, from the first request on or after polling.</summary>
    WebSocket = 2,

    /// <summary>All of them.</summary>
    All = Polling | WebSocket,
}
