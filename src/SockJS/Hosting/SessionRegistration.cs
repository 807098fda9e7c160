using Microsoft.Extensions.DependencyInjection;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Makes the sessions of an endpoint, and makes them known to whatever watches over sessions: the sweeper, the drain, the managers.</summary>
internal static class SessionRegistration
{
    public static SessionTable Add(IServiceProvider services, SessionContext context)
    {
        var sessions = new SessionTable(context);
        context.Metrics.Observe(() => sessions.QueuedBytes);
        var manager = context.Manager ?? new SockJSSessionManager();
        manager.Attach(sessions, context.Endpoint);
        if (!context.IsInternal)
            services.GetRequiredService<SessionManagers>().Add(manager, context.EndpointType);
        services.GetRequiredService<SessionRegistry>().Add(sessions);
        return sessions;
    }
}
