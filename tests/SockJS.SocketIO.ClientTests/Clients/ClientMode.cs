namespace SockJS.SocketIO.ClientTests.Clients;

/// <summary>The transports that a client may use.</summary>
public enum ClientMode
{
    /// <summary>Long-polling alone.</summary>
    Polling,

    /// <summary>WebSocket alone, from the first request on.</summary>
    WebSocket,

    /// <summary>Long-polling at first and then WebSocket, which is what a client does unless told otherwise.</summary>
    Upgrade,
}
