using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Long polling: <c>POST …/xhr</c> is answered with one frame.</summary>
internal sealed class XhrPolling : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => HttpReceiver.RunAsync(http, sessions, SockJSTransports.XhrPolling, XhrFormat.Polling);
}
