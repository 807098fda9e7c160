using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        group.WithMetadata(new SockJSEndpointMetadata(endpoint.Prefix, type));
        RouteConventions.Apply(group);

        var origins = new OriginPolicy(endpoint.Options);
        var gate = new OriginGate(endpoint.Prefix, origins, endpoint.Time, endpoint.Logger);
        foreach (var route in new RouteTable(endpoint, origins).Routes())
        {
            var pattern = PatternOf(route);
            var mapped = group.Map(pattern, new RouteHandler(route, endpoint, gate).RunAsync).WithDisplayName($"SockJS {endpoint.Prefix}{pattern}");
            if (route.Has(RouteTraits.Long))
                RouteConventions.MarkAsLong(mapped);
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
}
