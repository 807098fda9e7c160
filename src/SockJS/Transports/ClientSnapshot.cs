using System.Collections.ObjectModel;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace SockJS.Transports;

/// <summary>Takes what a handler may see of a request, since the session outlives it.</summary>
internal static class ClientSnapshot
{
    // They are kept as long as the session; browsers send about a tenth of this.
    private const int MaxHeaderCharacters = 8 * 1024;

    // Beside what authenticates the client, the page that holds its session id.
    private static readonly HashSet<string> s_secrets =
        new([HeaderNames.Cookie, HeaderNames.Authorization, HeaderNames.ProxyAuthorization, HeaderNames.Referer], StringComparer.OrdinalIgnoreCase);

    public static SockJSClientInfo Of(HttpContext http)
    {
        var request = http.Request;
        var connection = http.Connection;
        var headers = new HeaderDictionary(request.Headers.Count);
        var routeValues = RouteValuesOf(request);
        var room = MaxHeaderCharacters - routeValues.Sum(static one => one.Value is string text ? text.Length : 0);
        foreach (var (name, value) in request.Headers)
        {
            var length = name.Length + value.ToString().Length;
            if (length > room || s_secrets.Contains(name))
                continue;
            headers[name] = value;
            room -= length;
        }

        return new SockJSClientInfo
        {
            Headers = headers,
            RemoteEndPoint = connection.RemoteIpAddress is { } remote ? new IPEndPoint(remote, connection.RemotePort) : null,
            LocalEndPoint = connection.LocalIpAddress is { } local ? new IPEndPoint(local, connection.LocalPort) : null,
            Path = EndpointUrl.PathOf(request),
            QueryString = request.QueryString.Value ?? "",
            RouteValues = routeValues,
            Method = request.Method,
            Scheme = request.Scheme,
            PathBase = request.PathBase.Value ?? "",
        };
    }

    // Most endpoints have none but the ids of the client.
    private static IReadOnlyDictionary<string, object?> RouteValuesOf(HttpRequest request)
    {
        var all = request.RouteValues;
        if (all.Count == (all.ContainsKey(SessionAccess.SessionParameter) ? 2 : 0))
            return ReadOnlyDictionary<string, object?>.Empty;
        var kept = new RouteValueDictionary(all);
        kept.Remove(SessionAccess.ServerParameter);
        kept.Remove(SessionAccess.SessionParameter);
        return kept;
    }
}
