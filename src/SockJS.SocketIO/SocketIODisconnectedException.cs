namespace SockJS.SocketIO;

/// <summary>Thrown where an event cannot be emitted, or will not be answered, since the client is not there any more.</summary>
/// <remarks>A handler need not catch it: it just ends the handling of that event.</remarks>
public sealed class SocketIODisconnectedException : IOException
{
    /// <summary>Initializes a new instance of the <see cref="SocketIODisconnectedException"/> class.</summary>
    public SocketIODisconnectedException()
        : base("The Socket.IO client is disconnected.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIODisconnectedException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    public SocketIODisconnectedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIODisconnectedException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SocketIODisconnectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
