using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>The way up of jsonp: <c>POST …/jsonp_send</c> with a JSON array of strings, as a form field or as it is.</summary>
internal sealed class JsonpSend : ITransport
{
    private static readonly byte[] s_ok = "ok"u8.ToArray();

    public async Task RunAsync(HttpContext http, SessionTable sessions)
    {
        var type = PayloadTypes.Of(http.Request);
        if (type is PayloadType.Json or PayloadType.Other)
        {
            await ProtocolError.WriteAsync(http.Response, PayloadError.PayloadExpected).ConfigureAwait(false);
            return;
        }

        if (!await PostedPayload.TryAcceptAsync(http, sessions, isForm: type == PayloadType.Form).ConfigureAwait(false))
            return;
        http.Response.ContentType = "text/plain; charset=UTF-8";
        http.Response.ContentLength = s_ok.Length;
        await http.Response.Body.WriteAsync(s_ok).ConfigureAwait(false);
    }
}
