namespace SockJS.SocketIO;

/// <summary>Why a socket was disconnected. <see cref="ToString"/> returns it as servers on Node do.</summary>
public sealed class SocketIODisconnectReason
{
    private readonly string _text;

    private SocketIODisconnectReason(string text, bool isRecoverable = true)
    {
        _text = text;
        IsRecoverable = isRecoverable;
    }

    /// <summary>Gets the reason that the client has left the namespace.</summary>
    public static SocketIODisconnectReason ClientNamespaceDisconnect { get; } = new("client namespace disconnect", isRecoverable: false);

    /// <summary>Gets the reason that the server has disconnected the socket, by <see cref="SocketIOSocket.DisconnectAsync"/>, which may have closed the connection as well.</summary>
    public static SocketIODisconnectReason ServerNamespaceDisconnect { get; } = new("server namespace disconnect", isRecoverable: false);

    /// <summary>Gets the reason that the client has closed the connection, or it was lost.</summary>
    public static SocketIODisconnectReason TransportClose { get; } = new("transport close");

    /// <summary>Gets the reason that the transport has failed.</summary>
    public static SocketIODisconnectReason TransportError { get; } = new("transport error");

    /// <summary>Gets the reason that the client did not answer a ping in time.</summary>
    public static SocketIODisconnectReason PingTimeout { get; } = new("ping timeout");

    /// <summary>Gets the reason that the client has sent what is no packet of Engine.IO.</summary>
    public static SocketIODisconnectReason ParseError { get; } = new("parse error");

    /// <summary>Gets the reason that the server has closed the connection: by <see cref="EngineIO.EngineIOConnection.CloseAsync"/>, or since the client sent what is no packet of Socket.IO, did not read fast enough, or sent too much.</summary>
    public static SocketIODisconnectReason ForcedClose { get; } = new("forced close");

    /// <summary>Gets the reason that the server has closed the connection since the client sent a packet that was out of place: it joined a namespace twice, or sent something for one that it is not in.</summary>
    public static SocketIODisconnectReason ForcedServerClose { get; } = new("forced server close");

    /// <summary>Gets the reason that the server is going down.</summary>
    public static SocketIODisconnectReason ServerShuttingDown { get; } = new("server shutting down");

    /// <summary>Gets a value indicating whether the client may come back as the same socket.</summary>
    internal bool IsRecoverable { get; }

    /// <summary>Returns the reason as text, such as <c>transport close</c>.</summary>
    public override string ToString() => _text;
}
