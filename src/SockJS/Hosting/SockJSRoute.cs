using Microsoft.AspNetCore.Http;

namespace SockJS.Hosting;

/// <summary>One URL of an endpoint.</summary>
/// <param name="Pattern">The route pattern below the prefix.</param>
/// <param name="Methods">The methods, as the header <c>Allow</c> lists them.</param>
/// <param name="Traits">What the protocol asks of it.</param>
/// <param name="RunAsync">Answers a request that passed all checks.</param>
internal sealed record SockJSRoute(string Pattern, string Methods, RouteTraits Traits, RequestDelegate RunAsync)
{
    public bool IsLong => Traits.HasFlag(RouteTraits.IsLong);
}
