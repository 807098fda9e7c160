using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Streaming: <c>POST …/xhr_streaming</c> is answered with frames up to the response limit.</summary>
internal sealed class XhrStreaming : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => HttpReceiver.RunAsync(http, sessions, SockJSTransports.XhrStreaming, XhrFormat.Streaming, SockJSSessionContext.OptionsOf(sessions).ResponseLimit);
}
