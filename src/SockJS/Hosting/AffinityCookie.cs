using Microsoft.AspNetCore.Http;

namespace SockJS.Hosting;

/// <summary>The cookie for load balancers that keep a client on one server only where they see one.</summary>
internal static class AffinityCookie
{
    private const string Name = "JSESSIONID";

    /// <summary>Written by hand, as <c>path=/</c> has to come first and the client's value back as it was.</summary>
    public static void Set(HttpContext http, SockJSOptions options)
    {
        if (options.CookieMode == SockJSCookieMode.None)
            return;
        var value = FromRequest(http.Request) ?? options.CookieValue?.Invoke(http) ?? "dummy";
        http.Response.Headers.Append("Set-Cookie", $"{Name}={value}; path=/");
    }

    // Request.Cookies would decode the value.
    private static string? FromRequest(HttpRequest request)
    {
        foreach (var header in request.Headers.Cookie)
        {
            foreach (var range in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                if (range.StartsWith(Name + "=", StringComparison.Ordinal) && ResponseHeaders.CanBeEchoed(range))
                    return range[(Name.Length + 1)..];
            }
        }

        return null;
    }
}
