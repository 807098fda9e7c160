namespace SockJS.Testing;

/// <summary>Thrown where nothing happened within <see cref="SockJSTestClientOptions.Timeout"/>. The message tells what was received so far.</summary>
public sealed class SockJSTestTimeoutException : SockJSTestException
{
    /// <summary>Initializes a new instance of the <see cref="SockJSTestTimeoutException"/> class.</summary>
    public SockJSTestTimeoutException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSTestTimeoutException"/> class.</summary>
    /// <param name="message">What was waited for.</param>
    public SockJSTestTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSTestTimeoutException"/> class.</summary>
    /// <param name="message">What was waited for.</param>
    /// <param name="innerException">The cause.</param>
    public SockJSTestTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
