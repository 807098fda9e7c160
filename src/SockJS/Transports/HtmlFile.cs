using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>A page that never ends: <c>GET …/htmlfile?c=CALLBACK</c> is answered with frames in script tags up to the response limit.</summary>
internal sealed class HtmlFile : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
        => Callback.TryGet(http.Request, limitLength: false, out var callback, out var error)
            ? HttpReceiver.RunAsync(http, sessions, SockJSTransports.HtmlFile, new HtmlFileFormat(callback), SockJSSessionContext.OptionsOf(sessions).ResponseLimit)
            : ProtocolError.WriteAsync(http.Response, error);
}
