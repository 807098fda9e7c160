using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Dispatch;
using SockJS.Groups;
using SockJS.Payloads;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>One mapped endpoint: its prefix, its settings and its sessions.</summary>
internal sealed class SockJSEndpoint
{
    private SockJSEndpoint(string prefix, SockJSOptions options, SessionTable sessions, TimeProvider time, ILogger logger)
    {
        Prefix = prefix;
        Options = options;
        Sessions = sessions;
        Time = time;
        Logger = logger;
    }

    public string Prefix { get; }

    public SockJSOptions Options { get; }

    public SessionTable Sessions { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public static SockJSEndpoint Create(
        IEndpointRouteBuilder endpoints,
        string prefix,
        Type? type,
        Action<SockJSOptions>? configure,
        Func<MessageFormats, FailureHandler, (IConnectionHandler Handler, MessageFormat Format)> createHandler,
        Func<IServiceProvider, SockJSSessionManager>? createManager = null,
        bool isInternal = false)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (EndpointPath.FindProblem(prefix) is { } problem)
            throw new ArgumentException($"The SockJS prefix \"{prefix}\" {problem}.", nameof(prefix));
        var services = endpoints.ServiceProvider;
        if (services.GetService<SessionRegistry>() is null)
            throw new InvalidOperationException("SockJS needs its services: call builder.Services.AddSockJS() before the application is built.");

        var options = EndpointOptionsServices.OptionsOf(services, prefix, configure);
        var time = services.GetRequiredService<TimeProvider>();
        var metrics = services.GetRequiredService<Instruments>().Of(prefix);
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var failures = new FailureHandler(options, metrics, loggers.CreateLogger(LogCategories.Dispatch), time);
        var (handler, format) = createHandler(new MessageFormats(services, options, prefix), failures);
        var clientRegistry = services.GetRequiredService<ClientRegistry>();
        var clients = type is null ? clientRegistry.Of(prefix) : clientRegistry.Of(type);
        var manager = ManagerOf(services, prefix, options.SessionManager ?? createManager);
        var context = new SockJSSessionContext(
            options, time, metrics, loggers.CreateLogger(LogCategories.Sessions), handler, connection => clients.Admit(connection, options.MaxGroupsPerConnection))
        {
            Endpoint = prefix,
            EndpointType = type,
            IsInternal = isInternal,
            Manager = manager,
            Groups = clients.Groups,
        };
        var sessions = SessionRegistration.Add(services, context);
        clients.Add(sessions, format);
        clientRegistry.Map(prefix, clients);
        return new SockJSEndpoint(prefix, options, sessions, time, loggers.CreateLogger(LogCategories.Hosting));
    }

    private static SockJSSessionManager? ManagerOf(IServiceProvider services, string prefix, Func<IServiceProvider, SockJSSessionManager>? create)
    {
        if (create is null)
            return null;
        return create(services) ?? throw new InvalidOperationException($"The function that makes the session manager of the SockJS endpoint \"{prefix}\" has returned null.");
    }
}
