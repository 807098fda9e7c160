using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SockJS;
using SockJS.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for SockJS endpoints.</summary>
public static class SockJSHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the SockJS endpoints of this process: whether they have room for new sessions.</summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status where an endpoint is full or drained, or the host is shutting down; <see langword="null"/> for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags of the check.</param>
    /// <param name="degradedFrom">The share of <see cref="EndpointOptions.MaxSessions"/> from which an endpoint is <see cref="HealthStatus.Degraded"/>, more than 0 and at most 1.</param>
    /// <param name="timeout">How long the check may take; it does not wait for anything.</param>
    /// <returns>The health checks of the application.</returns>
    /// <remarks>The data has two numbers for each endpoint, such as <c>/chat sessions</c> and <c>/chat limit</c>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degradedFrom"/> is no share.</exception>
    public static IHealthChecksBuilder AddSockJS(
        this IHealthChecksBuilder builder,
        string name = "sockjs",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        double degradedFrom = 0.9,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degradedFrom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degradedFrom, 1);
        return builder.Add(new HealthCheckRegistration(
            name,
            services => new SockJSHealthCheck(
                services.GetService<ISockJSSessionManagers>()
                    ?? throw new InvalidOperationException("The health check of SockJS needs its services: call builder.Services.AddSockJS()."),
                services.GetRequiredService<IHostApplicationLifetime>(),
                degradedFrom),
            failureStatus,
            tags,
            timeout));
    }
}
