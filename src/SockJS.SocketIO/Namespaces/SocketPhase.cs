namespace SockJS.SocketIO.Namespaces;

/// <summary>How far a socket has come.</summary>
internal enum SocketPhase
{
    /// <summary>The application may still refuse it.</summary>
    Joining,

    /// <summary>The client was told that it has joined.</summary>
    Joined,

    /// <summary>The client has left, or was refused.</summary>
    Ended,
}
