using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Long polling by script tags: <c>GET …/jsonp?c=CALLBACK</c> is answered with a call that carries one frame.</summary>
internal sealed class JsonpPolling : ITransport
{
    public Task RunAsync(HttpContext http, SessionTable sessions)
    {
        if (!Callback.TryGet(http.Request, limitLength: true, out var callback, out var error))
            return ProtocolError.WriteAsync(http.Response, error);
        // Opened as a page, the answer is stored as text instead of run: against reflected file downloads.
        http.Response.Headers.ContentDisposition = "attachment; filename=\"f.txt\"";
        return HttpReceiver.RunAsync(http, sessions, SockJSTransports.JsonpPolling, new JsonpFormat(callback));
    }
}
