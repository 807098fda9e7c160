using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace SockJS.Dashboard;

/// <summary>Who may see the page: whoever the application authorizes; where it says nothing, in development, who sits at this machine.</summary>
/// <param name="isDevelopment">Whether the application runs in the environment <c>Development</c>.</param>
internal sealed class DashboardAccess(bool isDevelopment)
{
    private static readonly string[] s_forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    public bool IsDevelopment => isDevelopment;

    /// <summary>Says whether authorization is asked for. ASP.NET Core lets nobody in where it is, and there is no middleware for it.</summary>
    public static bool IsProtected(IReadOnlyList<object> metadata)
        => metadata.Any(static item => item is IAuthorizeData) && !metadata.Any(static item => item is IAllowAnonymous);

    public bool Allows(HttpContext http)
        => (http.GetEndpoint() is { } endpoint && IsProtected(endpoint.Metadata)) || (isDevelopment && IsFromHere(http));

    // The address alone proves little: a proxy or a tunnel on this machine brings requests from anywhere, and a foreign site can give its own
    // name the address of this machine, so that the browser takes its pages for ours.
    private static bool IsFromHere(HttpContext http)
        => http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && IsNameOfHere(http.Request.Host.Host)
            && !s_forwarding.Any(http.Request.Headers.ContainsKey);

    private static bool IsNameOfHere(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
