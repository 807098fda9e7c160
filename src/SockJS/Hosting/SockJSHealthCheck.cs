using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SockJS.Hosting;

/// <summary>Says whether the endpoints of this process have room for new sessions.</summary>
internal sealed class SockJSHealthCheck(ISockJSSessionManagers managers, IHostApplicationLifetime lifetime, double degradedFrom) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        List<string> refusing = [];
        List<string> filling = [];
        foreach (var manager in managers.All)
        {
            var (endpoint, sessions, limit) = (manager.Endpoint, manager.Count, manager.MaxSessions);
            data[endpoint + " sessions"] = sessions + Known(data, endpoint + " sessions");
            data[endpoint + " limit"] = limit + Known(data, endpoint + " limit");
            if (manager.IsDraining)
                refusing.Add($"{endpoint} is drained");
            else if (sessions >= limit)
                refusing.Add($"{endpoint} is full");
            else if (sessions >= degradedFrom * limit)
                filling.Add($"{endpoint} has {sessions} of {limit} sessions");
        }

        if (lifetime.ApplicationStopping.IsCancellationRequested)
            refusing.Add("the host is shutting down");
        var status = refusing.Count > 0 ? context.Registration.FailureStatus
            : filling.Count > 0 ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        var description = refusing.Count + filling.Count > 0 ? string.Join("; ", [.. refusing, .. filling]) : null;
        return Task.FromResult(new HealthCheckResult(status, description, data: data));
    }

    // Route groups may have several endpoints of one prefix.
    private static int Known(Dictionary<string, object> data, string name) => data.TryGetValue(name, out var value) ? (int)value : 0;
}
