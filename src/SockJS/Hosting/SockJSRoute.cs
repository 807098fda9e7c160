using Microsoft.AspNetCore.Http;

namespace SockJS.Hosting;

/// <summary>One URL of an endpoint.</summary>
/// <param name="Name">The last segment; empty for the prefix itself.</param>
/// <param name="Method">The method, beside OPTIONS where it answers preflights.</param>
/// <param name="Traits">What the protocol asks of it.</param>
/// <param name="RunAsync">Answers a request that passed all checks.</param>
internal sealed record SockJSRoute(string Name, string Method, RouteTraits Traits, RequestDelegate RunAsync)
{
    /// <summary>Gets the value of the header <c>Allow</c>.</summary>
    public string Allow { get; } = (Traits & RouteTraits.Preflight) != 0 ? Method + ", OPTIONS" : Method;

    public bool Has(RouteTraits trait) => (Traits & trait) != 0;
}
