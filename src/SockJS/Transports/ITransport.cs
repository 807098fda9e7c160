using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Serves the requests of one session URL: it opens a sink or reads a body, and knows its layout on the wire, but no other transport.</summary>
internal interface ITransport
{
    /// <summary>Runs a request to its end.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sessions">The sessions of the endpoint that was asked for.</param>
    Task RunAsync(HttpContext http, SessionTable sessions);
}
