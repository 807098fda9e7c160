using Microsoft.AspNetCore.Http;

namespace SockJS;

/// <summary>The request of a client that would open a session.</summary>
/// <param name="httpContext">The request.</param>
/// <param name="transport">The transport that the client would use.</param>
public sealed class SockJSAdmissionContext(HttpContext httpContext, SockJSTransports transport)
{
    /// <summary>Gets the request, which is authorized and of an allowed origin. Its response is not to be written to: refuse with an <see cref="IResult"/> instead.</summary>
    public HttpContext HttpContext { get; } = httpContext;

    /// <summary>Gets the transport that the client would use: exactly one value.</summary>
    public SockJSTransports Transport { get; } = transport;

    /// <summary>Gets the token that is cancelled when the client has gone, and the answer is wanted by nobody.</summary>
    public CancellationToken CancellationToken => HttpContext.RequestAborted;
}
