using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using SockJS.Transports;

namespace SockJS.Hosting;

/// <summary>Maps the URLs of an endpoint, each as a route of its own, in one group that all conventions apply to.</summary>
internal static class EndpointMapper
{
    public static SockJSEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, SockJSEndpoint endpoint, Type? type, IReadOnlyList<object> metadata)
    {
        var group = endpoints.MapGroup(endpoint.Prefix);
        foreach (var item in metadata)
            group.WithMetadata(item);
        group.WithMetadata(new SockJSEndpointMetadata(endpoint.Prefix, type), new NoStatusPages(), new OutputCacheAttribute { NoStore = true });
#if NET10_0_OR_GREATER
        // Clients take a login page for an answer; 401 is one they understand.
        group.DisableCookieRedirect();
#endif

        var origins = new OriginPolicy(endpoint.Options);
        foreach (var route in new RouteTable(endpoint, origins).Routes())
        {
            var pattern = PatternOf(route);
            var mapped = group.Map(pattern, new RouteHandler(route, endpoint, origins).RunAsync).WithDisplayName($"SockJS {endpoint.Prefix}{pattern}");
            if (route.Has(RouteTraits.Long))
                MarkAsLong(mapped);
        }

        // Whatever else lies below the prefix is nobody's, and must not fall through to the page of a single-page application.
        group.Map("/{**rest}", static http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).WithDisplayName($"SockJS {endpoint.Prefix} (unknown URL)");
        return new SockJSEndpointConventionBuilder(group);
    }

    private static string PatternOf(SockJSRoute route)
    {
        if (route.Name.Length == 0)
            return "";
        return route.Has(RouteTraits.Session)
            ? $"/{{{SessionAccess.ServerParameter}}}/{{{SessionAccess.SessionParameter}}}/{route.Name}"
            : $"/{route.Name}";
    }

    // A request that lasts as long as its client says nothing of how fast the application is, and must not time out.
    private static void MarkAsLong(IEndpointConventionBuilder route)
    {
        route.WithMetadata(new DisableRequestTimeoutAttribute());
#if NET9_0_OR_GREATER
        route.DisableHttpMetrics();
#endif
    }
}
