using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SockJS.Hosting;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>Maps the URL of an endpoint, with and without a slash at its end.</summary>
internal static class EngineMapper
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, EngineEndpoint endpoint)
    {
        var route = endpoints.Map(endpoint.Path, new EngineRequestHandler(endpoint).RunAsync).WithDisplayName($"Engine.IO {endpoint.Path}");
        RouteConventions.Apply(route);
        RouteConventions.MarkAsLong(route);
        return route;
    }
}
