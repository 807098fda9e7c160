namespace SockJS.SocketIO;

/// <summary>Thrown where a client, or one of many, did not answer an event in time.</summary>
public sealed class SocketIOAckTimeoutException : TimeoutException
{
    /// <summary>Initializes a new instance of the <see cref="SocketIOAckTimeoutException"/> class.</summary>
    public SocketIOAckTimeoutException()
        : this("The event was not answered in time.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIOAckTimeoutException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    public SocketIOAckTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SocketIOAckTimeoutException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SocketIOAckTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the answers that did come, where many were asked.</summary>
    public IReadOnlyList<object?> PartialResponses { get; init; } = [];
}
