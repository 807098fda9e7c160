using Microsoft.AspNetCore.Http;

namespace SockJS.Transports;

/// <summary>Takes the URL of an endpoint out of that of a request below it.</summary>
internal static class EndpointUrl
{
    /// <summary>Returns the path of the endpoint, path base included, without the server and session that follow it.</summary>
    public static string PathOf(HttpRequest request)
    {
        var path = request.Path.Value.AsSpan();
        if (path.EndsWith("/"))
            path = path[..^1];
        // Server, session and transport; of the raw WebSocket the transport alone.
        for (var segments = request.RouteValues.ContainsKey(SessionAccess.SessionParameter) ? 3 : 1; segments > 0; segments--)
            path = path[..path.LastIndexOf('/')];
        return string.Concat(request.PathBase.Value, path);
    }
}
