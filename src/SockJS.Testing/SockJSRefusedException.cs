using SockJS.Testing.Wire;

namespace SockJS.Testing;

/// <summary>Thrown where the server refused a request of the client by its HTTP status: 401, 404, 413 and the like.</summary>
public sealed class SockJSRefusedException : SockJSTestException
{
    /// <summary>Initializes a new instance of the <see cref="SockJSRefusedException"/> class.</summary>
    public SockJSRefusedException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSRefusedException"/> class.</summary>
    /// <param name="message">What happened.</param>
    public SockJSRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SockJSRefusedException"/> class.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public SockJSRefusedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal SockJSRefusedException(string request, int statusCode, string body)
        : base($"The server answered {request} with {statusCode}{(body.Length > 0 ? $": {Excerpt.Of(body)}" : ".")}")
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>Gets the status of the answer.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the body of the answer, at most its first 4,096 characters.</summary>
    public string Body { get; } = "";
}
