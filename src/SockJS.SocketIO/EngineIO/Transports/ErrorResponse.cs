using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>Answers with an error of the protocol. What of the body was not read is the server's to get rid of.</summary>
internal static class ErrorResponse
{
    public static async Task WriteAsync(HttpContext http, EngineError error)
    {
        var response = http.Response;
        if (response.HasStarted)
            return;
        response.StatusCode = error.Status;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = error.Body.Length;
        await response.Body.WriteAsync(error.Body).ConfigureAwait(false);
    }
}
