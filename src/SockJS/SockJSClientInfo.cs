using System.Collections.ObjectModel;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace SockJS;

/// <summary>What the request that opened a connection said of the client.</summary>
public sealed class SockJSClientInfo
{
    /// <summary>Gets the headers of the request, at most 8,192 characters of them and the route values, without <c>Cookie</c>, <c>Authorization</c>, <c>Proxy-Authorization</c> and <c>Referer</c>.</summary>
    /// <remarks>
    /// Cookies are left out since with the iframe transports they prove nothing of the page that made the request; authenticate with
    /// ASP.NET Core and use <see cref="SockJSConnection.User"/>.
    /// </remarks>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>Gets the address and port of the client, or of the nearest proxy where forwarded headers are not in use.</summary>
    public IPEndPoint? RemoteEndPoint { get; init; }

    /// <summary>Gets the address and port that the client reached.</summary>
    public IPEndPoint? LocalEndPoint { get; init; }

    /// <summary>Gets the path of the endpoint that was asked for, path base included, without the ids that the client chose.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query string of the request, with its question mark. It may carry secrets: do not log it.</summary>
    public required string QueryString { get; init; }

    /// <summary>Gets the parameters of the endpoint's path, such as the tenant of <c>/{tenant}/chat</c>, without the ids that the client chose.</summary>
    /// <value>Names are compared without regard to case. The default is empty.</value>
    public IReadOnlyDictionary<string, object?> RouteValues { get; init; } = ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>Gets the method of the request.</summary>
    internal string Method { get; init; } = "GET";

    /// <summary>Gets the scheme of the request, <c>http</c> or <c>https</c>.</summary>
    internal string Scheme { get; init; } = "http";

    /// <summary>Gets the path base, with which <see cref="Path"/> begins.</summary>
    internal string PathBase { get; init; } = "";
}
