using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SockJS.Diagnostics;
using SockJS.Protocol;
using SockJS.Transports;

namespace SockJS.Hosting;

/// <summary>Takes a request through the checks and headers of its URL, and on to what answers it.</summary>
internal sealed partial class RouteHandler(SockJSRoute route, SockJSEndpoint endpoint, OriginPolicy origins)
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
        if (route.Has(RouteTraits.ChecksOrigin) && !origins.Allows(http.Request))
            return RefuseOrigin(http);
        if (route.Has(RouteTraits.Cors) && !HasPolicyOfApplication(http))
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
            SendAtOnce(http);
        if (route.Has(RouteTraits.Long))
            MarkAsLong(http);
        return route.RunAsync(http);
    }

    private static bool HasPolicyOfApplication(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ICorsMetadata>() is not null;

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

    private Task RefuseOrigin(HttpContext http)
    {
        Log(http.Request.Headers.Origin.ToString());
        http.Response.Headers.Vary = HeaderNames.Origin;
        return End(http, StatusCodes.Status403Forbidden);
    }

    private void Log(string origin)
    {
        if (endpoint.OriginLines.TryTake())
            OriginRefused(endpoint.Logger, endpoint.Prefix, LoggedText.Of(origin));
        else if (endpoint.Logger.IsEnabled(LogLevel.Debug))
            FurtherOriginRefused(endpoint.Logger, endpoint.Prefix, LoggedText.Of(origin));
    }

    private static void SendAtOnce(HttpContext http)
    {
        // The compression middleware looks at this header from now on; a compressed frame would wait for more to come.
        if (http.Features.Get<IHttpsCompressionFeature>() is not null)
            http.Request.Headers.AcceptEncoding = default;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    // The tag by which tools know the long requests of SignalR, to leave them out of what they say of durations.
    private static void MarkAsLong(HttpContext http)
        => http.Features.Get<IHttpActivityFeature>()?.Activity.AddTag("http.long_running", "true");

    private static Task End(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "A request to {Prefix} from a page of \"{Origin}\" was refused: the origin is not allowed.", EventName = "OriginRefused")]
    private static partial void OriginRefused(ILogger logger, string prefix, string origin);

    [LoggerMessage(3, LogLevel.Debug, "A further request to {Prefix} from a page of \"{Origin}\" was refused.", EventName = "FurtherOriginRefused", SkipEnabledCheck = true)]
    private static partial void FurtherOriginRefused(ILogger logger, string prefix, string origin);
}
