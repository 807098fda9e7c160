using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>The way up of all HTTP transports but jsonp: <c>POST …/xhr_send</c> with a JSON array of strings.</summary>
internal sealed class XhrSend : ITransport
{
    public async Task RunAsync(HttpContext http, SessionTable sessions)
    {
        // Clients send the array under many types, some of which are no media types at all.
        if (PayloadTypes.Of(http.Request) is PayloadType.Form or PayloadType.Other)
        {
            await ProtocolError.WriteAsync(http.Response, PayloadError.PayloadExpected).ConfigureAwait(false);
            return;
        }

        if (!await PostedPayload.TryAcceptAsync(http, sessions, isForm: false).ConfigureAwait(false))
            return;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.ContentType = "text/plain; charset=UTF-8";
    }
}
