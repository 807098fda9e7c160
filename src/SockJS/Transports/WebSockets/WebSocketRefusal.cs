using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>Accepts a socket for no more than to say why it is closed.</summary>
internal static class WebSocketRefusal
{
    public static async Task RunAsync(HttpContext http, Frame refusal, SockJSTransports transport, TimeProvider time)
    {
        var stream = await WebSocketUpgrade.AcceptAsync(http).ConfigureAwait(false);
        await using var sink = new WebSocketSink(http, session: null, stream, transport, time);
        using var buffer = new WebSocketBuffer(stream);
        try
        {
            await sink.WriteAsync(refusal).ConfigureAwait(false);
        }
        catch (Exception exception) when (ClientGone.IsMeantBy(exception))
        {
            // The client did not wait for it.
            return;
        }

        await new WebSocketClosingHandshake(buffer).RunAsync().ConfigureAwait(false);
    }
}
