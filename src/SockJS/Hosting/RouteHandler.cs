using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.Transports;

namespace SockJS.Hosting;

/// <summary>Takes a request through the checks and headers of its URL, and on to what answers it.</summary>
internal sealed class RouteHandler(SockJSRoute route, SockJSEndpoint endpoint, OriginGate gate)
{
    // Ids are chosen by clients, eight characters by theirs; they are kept as keys.
    private const int MaxSegmentLength = 128;

    public Task RunAsync(HttpContext http)
    {
        ResponseHeaders.ForbidSniffing(http.Response);
        if (!IsSpelledRight(http.Request))
            return End(http, StatusCodes.Status404NotFound);
        if (!IsMethodAllowed(http))
        {
            http.Response.Headers.Allow = route.Allow;
            return End(http, StatusCodes.Status405MethodNotAllowed);
        }

        OriginHiding.Undo(http);
        if (route.Has(RouteTraits.ChecksOrigin) && !gate.Lets(http))
            return End(http, StatusCodes.Status403Forbidden);
        if (route.Has(RouteTraits.Cors) && !OwnOrigins.AreLeftToApplication(http))
            ResponseHeaders.AllowOrigin(http);
        if (route.Has(RouteTraits.Cookie))
            AffinityCookie.Set(http, endpoint.Options);
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            ResponseHeaders.AnswerPreflight(http, route.Allow, endpoint.Time);
            return Task.CompletedTask;
        }

        if (route.Has(RouteTraits.NoCache))
            ResponseHeaders.ForbidCaching(http.Response);
        if (route.Has(RouteTraits.NoCache | RouteTraits.Long))
            LongRequest.SendAtOnce(http);
        if (route.Has(RouteTraits.Long))
            LongRequest.Mark(http);
        return route.RunAsync(http);
    }

    // Routing ignores case, the protocol does not; and what it calls a segment has no dots.
    private bool IsSpelledRight(HttpRequest request)
    {
        if (route.Name.Length == 0)
            return true;
        var path = request.Path.Value.AsSpan();
        if (path.EndsWith("/"))
            path = path[..^1];
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (route.Has(RouteTraits.IframePage))
            return IframePage.IsIframeName(name);
        if (!name.SequenceEqual(route.Name))
            return false;
        return !route.Has(RouteTraits.Session)
            || (IsSegment(request.RouteValues[SessionAccess.ServerParameter]) && IsSegment(request.RouteValues[SessionAccess.SessionParameter]));
    }

    private static bool IsSegment(object? value) => value is string { Length: > 0 and <= MaxSegmentLength } segment && !segment.Contains('.');

    private bool IsMethodAllowed(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsOptions(method))
            return route.Has(RouteTraits.Preflight);
        if (HttpMethods.IsConnect(method))
            return route.Has(RouteTraits.WebSocket) && http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };
        return method == route.Method;
    }

    private static Task End(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
