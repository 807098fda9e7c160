using Microsoft.AspNetCore.Http;
using SockJS.Transports;

namespace SockJS.Hosting;

/// <summary>
/// Decides whether the page that makes a request may use the endpoint. One policy covers CORS, WebSocket upgrades and who may frame the
/// iframe page, since whatever one of them left open would be a way around the others.
/// </summary>
internal sealed class OriginPolicy(EndpointOptions options)
{
    // What browsers send for pages without an origin, such as files.
    private const string Opaque = "null";

    private readonly bool _any = options.AllowAnyOrigin;
    private readonly HashSet<string> _allowed = new(options.AllowedOrigins.Select(Normalize), StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the directive of <c>Content-Security-Policy</c> for the iframe page; <see langword="null"/> where anybody may frame it.</summary>
    public string? FrameAncestors { get; } = options.AllowAnyOrigin
        ? null
        : string.Join(' ', ["frame-ancestors 'self'", .. options.AllowedOrigins.Where(static origin => origin != Opaque).Select(Normalize)]);

    public static bool IsOrigin(string value)
        => value == Opaque
            || (Uri.TryCreate(value, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https"
                && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" });

    public bool Allows(HttpRequest request)
    {
        if (_any)
            return true;
        var origin = request.Headers.Origin.ToString();
        // Only browsers send Origin, and not with everything: what else they say tells a foreign page's script tag or frame from a client.
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site")
            : _allowed.Contains(origin) || PageOrigin.IsOwn(origin, request);
    }

    // Browsers leave out the port that the scheme implies.
    private static string Normalize(string origin) => origin == Opaque ? origin : new Uri(origin).GetLeftPart(UriPartial.Authority);
}
