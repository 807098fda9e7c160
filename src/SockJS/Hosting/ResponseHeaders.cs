using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SockJS.Hosting;

/// <summary>The header sets of the protocol (section 3 of its text): caching, CORS, and what keeps browsers and proxies from guessing.</summary>
internal static class ResponseHeaders
{
    private const string Year = "31536000";

    /// <summary>Clients of the protocol's test suite compare the whole value.</summary>
    public static void ForbidCaching(HttpResponse response)
        => response.Headers.CacheControl = "no-store, no-cache, no-transform, must-revalidate, max-age=0";

    public static void AllowCaching(HttpResponse response, TimeProvider time)
    {
        response.Headers.CacheControl = "public, max-age=" + Year;
        response.Headers.Expires = time.GetUtcNow().AddYears(1).ToString("R", CultureInfo.InvariantCulture);
    }

    public static void ForbidSniffing(HttpResponse response) => response.Headers.XContentTypeOptions = "nosniff";

    /// <summary>The origin was checked before. It is echoed, since browsers refuse <c>*</c> together with credentials.</summary>
    public static void AllowOrigin(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Vary = headers.Vary.Count == 0 ? "Origin" : StringValues.Concat(headers.Vary, "Origin");
        var origin = http.Request.Headers.Origin;
        if (StringValues.IsNullOrEmpty(origin))
        {
            headers.AccessControlAllowOrigin = "*";
        }
        else if (CanBeEchoed(origin))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlAllowCredentials = "true";
        }

        var requested = http.Request.Headers.AccessControlRequestHeaders;
        if (!StringValues.IsNullOrEmpty(requested) && CanBeEchoed(requested))
            headers.AccessControlAllowHeaders = requested;
    }

    /// <summary>Tells whether a value that a client sent may stand in a header of the answer: no browser sends anything but printable ASCII.</summary>
    public static bool CanBeEchoed(string? value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    public static void AnswerPreflight(HttpContext http, string methods, TimeProvider time)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        AllowCaching(http.Response, time);
        http.Response.Headers.AccessControlAllowMethods = methods;
        http.Response.Headers.AccessControlMaxAge = Year;
    }
}
