using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SockJS.Transports;

/// <summary>Takes what a handler may see of a request, since the session outlives it.</summary>
internal static class ClientSnapshot
{
    public static SockJSClientInfo Of(HttpContext http)
    {
        var request = http.Request;
        var connection = http.Connection;
        var headers = new HeaderDictionary(request.Headers.Count);
        foreach (var (name, value) in request.Headers)
        {
            if (!IsSecret(name))
                headers[name] = value;
        }

        return new SockJSClientInfo
        {
            Headers = headers,
            RemoteEndPoint = connection.RemoteIpAddress is { } remote ? new IPEndPoint(remote, connection.RemotePort) : null,
            LocalEndPoint = connection.LocalIpAddress is { } local ? new IPEndPoint(local, connection.LocalPort) : null,
            Path = request.PathBase.Value + request.Path.Value,
            QueryString = request.QueryString.Value ?? "",
        };
    }

    private static bool IsSecret(string name)
        => name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase) || name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase);
}
