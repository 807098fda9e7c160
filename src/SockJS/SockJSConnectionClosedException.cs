namespace SockJS;

/// <summary>Thrown by a send to a connection that is closed. A handler need not catch it: it just ends the handling of that message.</summary>
public sealed class SockJSConnectionClosedException : IOException
{
    /// <summary>Initializes a new instance of the <see cref="SockJSConnectionClosedException"/> class.</summary>
    public SockJSConnectionClosedException()
        : base("The SockJS connection is closed.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSConnectionClosedException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    public SockJSConnectionClosedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSConnectionClosedException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SockJSConnectionClosedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
