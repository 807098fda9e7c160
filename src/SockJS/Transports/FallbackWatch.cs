using Microsoft.AspNetCore.Http;
using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Notices clients that tried a WebSocket and went on without.</summary>
internal static class FallbackWatch
{
    public static void SocketFailed(HttpContext http, SessionTable sessions, SockJSTransports transport, FallbackCause cause)
    {
        var metrics = sessions.Context.Metrics;
        // Who opens a raw WebSocket has nothing to fall back to.
        if (transport == SockJSTransports.WebSocket && metrics.CountsFallbacks)
            metrics.Fallbacks.Failed(http.Connection.RemoteIpAddress, http.Request.Headers.UserAgent.ToString(), cause);
    }

    public static void SessionOpened(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var metrics = sessions.Context.Metrics;
        if (metrics.CountsFallbacks && metrics.Fallbacks.TryTake(http.Connection.RemoteIpAddress, http.Request.Headers.UserAgent.ToString(), out var cause))
            metrics.Of(transport).FellBack(cause);
    }
}
