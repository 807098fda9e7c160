using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Server-sent events: <c>GET …/eventsource</c> is answered with frames up to the response limit.</summary>
internal sealed class EventSource : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => HttpReceiver.RunAsync(http, sessions, SockJSTransports.EventSource, EventSourceFormat.Instance, SockJSSessionContext.OptionsOf(sessions).ResponseLimit);
}
