namespace SockJS.SocketIO.ClientTests.Clients;

/// <summary>What runs the official client.</summary>
public enum ClientKind
{
    /// <summary>A process of Node.js.</summary>
    Node,

    /// <summary>A page of Chromium.</summary>
    Page,
}
