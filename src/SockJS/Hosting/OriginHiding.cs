using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace SockJS.Hosting;

/// <summary>
/// Hides the origin of a request to one of our URLs from the middleware between routing and the endpoint. The CORS middleware of an
/// application with a default policy would answer preflights itself and put its headers over ours, for instance a <c>*</c> that browsers
/// refuse together with credentials. Metadata that turns it off exists, but fails in applications without that middleware.
/// </summary>
internal sealed class OriginHiding(IServiceProviderIsService services) : MatcherPolicy, IEndpointSelectorPolicy
{
    private readonly bool _hasCors = services.IsService(typeof(ICorsService));

    // The last to look, when it is clear which endpoint was chosen.
    public override int Order => int.MaxValue;

    /// <summary>Gives the request its origin back.</summary>
    public static void Undo(HttpContext http)
    {
        if (http.Features.Get<HiddenOrigin>() is { } hidden)
            http.Request.Headers.Origin = hidden.Value;
    }

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => _hasCors && endpoints.Any(OwnOrigins.AreMeant);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
                continue;
            // Routing may run again, for a path that was rewritten; what it finds then is nothing.
            if (OwnOrigins.AreMeant(candidates[i].Endpoint) && httpContext.Features.Get<HiddenOrigin>() is null)
            {
                httpContext.Features.Set(new HiddenOrigin(httpContext.Request.Headers.Origin));
                httpContext.Request.Headers.Origin = default;
            }

            break;
        }

        return Task.CompletedTask;
    }

    private sealed record HiddenOrigin(StringValues Value);
}
