using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace SockJS.Transports;

/// <summary>The cookie that tells one browser from another, where sessions are bound to it. It says nothing of who the user is.</summary>
internal static class BindingCookie
{
    public const string Name = "SockJSBinding";

    private const int RandomBytes = 16;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789ABCDEF");

    // The key of what this answer sets: a request that has to look for its session twice must not be given two.
    private static readonly object s_set = new();

    /// <summary>Finds the cookie of a request, or the one that its answer sets.</summary>
    public static string? Find(HttpContext http)
        => http.Items.TryGetValue(s_set, out var set) ? (string?)set : http.Request.Cookies[Name] is { } value && IsWellFormed(value) ? value : null;

    /// <summary>Finds the cookie of a request, or sets one.</summary>
    public static string Ensure(HttpContext http, SockJSOptions options)
    {
        if (Find(http) is { } known)
            return known;
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        var value = Convert.ToHexString(random);
        http.Items[s_set] = value;
        http.Response.Cookies.Append(Name, value, OptionsFor(http.Request, options));
        return value;
    }

    // What others made is not taken over, so that nobody chooses a value that is easily guessed.
    private static bool IsWellFormed(string value) => value.Length == 2 * RandomBytes && !value.AsSpan().ContainsAnyExcept(s_digits);

    private static CookieOptions OptionsFor(HttpRequest request, SockJSOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        // A page of https cannot ask a server of http: there is a proxy then that ends TLS.
        var isSecure = request.IsHttps || origin.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var cookie = new CookieOptions
        {
            Path = PathFor(request),
            HttpOnly = true,
            IsEssential = true,
            Secure = isSecure,
            SameSite = SameSiteMode.Lax,
        };
        if (!isSecure || !IsForeign(request, origin, options))
            return cookie;
        // Browsers keep cookies of foreign pages only with both of these, and many only apart for each site that embeds them.
        cookie.SameSite = SameSiteMode.None;
        cookie.Extensions.Add("Partitioned");
        return cookie;
    }

    // Requests of the iframe page are of the server's own origin, whatever page it is in.
    private static bool IsForeign(HttpRequest request, string origin, SockJSOptions options)
        => options.Transports.HasFlag(SockJSTransports.Iframe)
            || (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
                ? site == "cross-site"
                : origin.Length > 0 && !PageOrigin.IsOwn(origin, request));

    // A path that would end in the middle, at a semicolon, is none.
    private static string PathFor(HttpRequest request)
    {
        var path = new PathString(EndpointUrl.PathOf(request)).ToUriComponent();
        return path.Length == 0 || path.Contains(';', StringComparison.Ordinal) ? "/" : path;
    }
}
