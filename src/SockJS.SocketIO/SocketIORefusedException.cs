namespace SockJS.SocketIO;

/// <summary>Thrown while a client joins a namespace to refuse it, with a message and perhaps data that the client is told.</summary>
public sealed class SocketIORefusedException : Exception
{
    /// <summary>What clients are told who are refused without a word.</summary>
    internal const string DefaultMessage = "Connection refused";

    /// <summary>Initializes a new instance of the <see cref="SocketIORefusedException"/> class.</summary>
    public SocketIORefusedException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIORefusedException"/> class.</summary>
    /// <param name="message">What the client is told.</param>
    public SocketIORefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIORefusedException"/> class.</summary>
    /// <param name="message">What the client is told.</param>
    /// <param name="data">More for the client, written as JSON; the namespace needs JSON metadata for its type.</param>
    public SocketIORefusedException(string message, object? data)
        : base(message)
        => RefusalData = data;

    /// <summary>Initializes a new instance of the <see cref="SocketIORefusedException"/> class.</summary>
    /// <param name="message">What the client is told.</param>
    /// <param name="innerException">The cause, which the client is not told.</param>
    public SocketIORefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets what the client is told besides the message.</summary>
    public object? RefusalData { get; }
}
