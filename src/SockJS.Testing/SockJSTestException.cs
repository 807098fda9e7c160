namespace SockJS.Testing;

/// <summary>Thrown where something else happened than a test expects. The message tells what was received so far.</summary>
public class SockJSTestException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="SockJSTestException"/> class.</summary>
    public SockJSTestException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSTestException"/> class.</summary>
    /// <param name="message">What happened.</param>
    public SockJSTestException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSTestException"/> class.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public SockJSTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
