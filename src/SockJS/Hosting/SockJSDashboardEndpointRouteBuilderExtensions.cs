using Microsoft.AspNetCore.Routing;
using SockJS.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the dashboard.</summary>
public static class SockJSDashboardEndpointRouteBuilderExtensions
{
    /// <summary>Maps a page that shows what the SockJS endpoints of this process do, and lets its users close sessions.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="prefix">The path of the page, which all its URLs begin with.</param>
    /// <returns>A builder whose conventions apply to the page, its files and the endpoint that feeds it.</returns>
    /// <remarks>
    /// Protect it with <c>RequireAuthorization()</c>. Without that it answers requests from this machine alone, and those in the environment
    /// <c>Development</c> only; all others get status 404. Whoever may see it sees the ids of users and the names of groups.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> breaks a rule for prefixes.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSockJS</c> was not called.</exception>
    public static SockJSEndpointConventionBuilder MapSockJSDashboard(this IEndpointRouteBuilder endpoints, string prefix = "/_sockjs")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        return DashboardMapper.Map(endpoints, prefix);
    }
}
