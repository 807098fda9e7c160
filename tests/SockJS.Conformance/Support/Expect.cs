using System.Globalization;
using System.Text.RegularExpressions;

namespace SockJS.Conformance.Support;

/// <summary>The header sets of the protocol.</summary>
internal static partial class Expect
{
    public const string JavaScript = "application/javascript; charset=UTF-8";
    public const string Html = "text/html; charset=UTF-8";
    public const string Text = "text/plain; charset=UTF-8";
    public const string Json = "application/json; charset=UTF-8";
    public const string EventStream = "text/event-stream";

    private const int MillionSeconds = 1_000_000;

    public static void Status(int status, HttpReply reply) => Assert.Equal(status, reply.Status);

    /// <summary>An answer of status 200 that a client understands.</summary>
    public static void Ok(string contentType, HttpReply reply)
    {
        Assert.Equal(200, reply.Status);
        Assert.Equal(contentType, reply["Content-Type"]);
    }

    public static void NotCached(HttpReply reply)
    {
        Assert.Equal("no-store, no-cache, no-transform, must-revalidate, max-age=0", reply["Cache-Control"]);
        Assert.Null(reply["Expires"]);
        Assert.Null(reply["Last-Modified"]);
    }

    public static void CachedForLong(HttpReply reply)
    {
        var cacheControl = reply["Cache-Control"];
        Assert.NotNull(cacheControl);
        Assert.Contains("public", cacheControl, StringComparison.Ordinal);
        Assert.Matches(LongMaxAge(), cacheControl);
        Assert.False(string.IsNullOrEmpty(reply["Expires"]));
        Assert.Null(reply["Last-Modified"]);
    }

    /// <summary>Open to a page of this origin, <see langword="null"/> standing for a request that names none.</summary>
    public static void Cors(string? origin, HttpReply reply)
    {
        Assert.Equal(origin ?? "*", reply["Access-Control-Allow-Origin"]);
        Assert.Equal(origin is null ? null : "true", reply["Access-Control-Allow-Credentials"]);
        VariesByOrigin(reply);
    }

    public static void VariesByOrigin(HttpReply reply)
        => Assert.Contains("Origin", reply.All("Vary").SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)));

    public static void NoCors(HttpReply reply)
        => Assert.DoesNotContain(reply.Headers, h => h.Name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));

    public static void NoCookie(HttpReply reply) => Assert.Empty(reply.All("Set-Cookie"));

    public static void Preflight(string? origin, string method, HttpReply reply)
    {
        Assert.True(reply.Status is 200 or 204, $"Status {reply.Status}");
        Assert.Equal("", reply.Body);
        CachedForLong(reply);
        Cors(origin, reply);
        Assert.True(int.Parse(reply["Access-Control-Max-Age"]!, CultureInfo.InvariantCulture) > MillionSeconds);
        var methods = reply["Access-Control-Allow-Methods"]!.Split(',', StringSplitOptions.TrimEntries);
        Assert.Contains("OPTIONS", methods);
        Assert.Contains(method, methods);
    }

    public static void NotAllowed(string allow, HttpReply reply)
    {
        Assert.Equal(405, reply.Status);
        Assert.Equal(allow, reply["Allow"]);
        Assert.Null(reply["Content-Type"]);
        Assert.Equal("", reply.Body);
    }

    [GeneratedRegex("max-age=[1-9][0-9]{6,}")]
    private static partial Regex LongMaxAge();
}
