using Microsoft.AspNetCore.Http;

namespace SockJS.Transports;

/// <summary>Tells the server's own origin from others.</summary>
internal static class PageOrigin
{
    // A server behind a proxy that ends TLS sees http; the page's https is no other origin then. The reverse would be.
    public static bool IsOwn(ReadOnlySpan<char> origin, HttpRequest request)
    {
        var end = origin.IndexOf("://");
        if (end < 0)
            return false;
        var scheme = origin[..end];
        return (scheme.Equals(request.Scheme, StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            && origin[(end + 3)..].Equals(WithoutDefaultPort(request.Host.Value, scheme), StringComparison.OrdinalIgnoreCase);
    }

    // Proxies may pass on the port that browsers leave out.
    private static ReadOnlySpan<char> WithoutDefaultPort(ReadOnlySpan<char> host, ReadOnlySpan<char> scheme)
    {
        var port = scheme.Equals("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return host.EndsWith(port) ? host[..^port.Length] : host;
    }
}
