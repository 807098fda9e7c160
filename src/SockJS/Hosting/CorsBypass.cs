using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace SockJS.Hosting;

internal sealed class CorsBypass : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(static e => e.Metadata.GetMetadata<SockJSEndpointMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        httpContext.Items["__CorsMiddlewareWithEndpointInvoked"] = true;
        return Task.CompletedTask;
    }
}
