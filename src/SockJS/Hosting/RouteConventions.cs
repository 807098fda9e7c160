using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;

namespace SockJS.Hosting;

/// <summary>What the middleware of an application is to know of our routes.</summary>
internal static class RouteConventions
{
    public static void Apply(IEndpointConventionBuilder routes)
    {
        routes.WithMetadata(new OwnOrigins(), new NoStatusPages(), new OutputCacheAttribute { NoStore = true });
#if NET10_0_OR_GREATER
        // Clients take a login page for an answer; 401 is one they understand.
        routes.DisableCookieRedirect();
#endif
    }

    // A request that lasts as long as its client says nothing of how fast the application is, and must not time out.
    public static void MarkAsLong(IEndpointConventionBuilder route)
    {
        route.WithMetadata(new DisableRequestTimeoutAttribute());
#if NET9_0_OR_GREATER
        route.DisableHttpMetrics();
#endif
    }
}
