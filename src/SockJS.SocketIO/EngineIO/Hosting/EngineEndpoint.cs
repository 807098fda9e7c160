using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Hosting;
using SockJS.Protocol;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Hosting;

/// <summary>One mapped endpoint: its path, its settings and its sessions.</summary>
internal sealed class EngineEndpoint
{
    private EngineEndpoint(string path, SessionTable sessions, ILogger logger)
    {
        Path = path;
        Sessions = sessions;
        Context = EngineSessionContext.Of(sessions);
        Gate = new OriginGate(path, new OriginPolicy(Context.Options), Context.Time, logger);
        Logger = logger;
    }

    public string Path { get; }

    public SessionTable Sessions { get; }

    public EngineSessionContext Context { get; }

    /// <summary>Gets what refuses the requests of foreign pages.</summary>
    public OriginGate Gate { get; }

    public ILogger Logger { get; }

    /// <summary>Makes the sessions of an endpoint.</summary>
    /// <param name="endpoints">Where it will be mapped.</param>
    /// <param name="path">The path of its URL.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="handler">What stands above its sessions.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> breaks a rule for paths.</exception>
    public static EngineEndpoint Create(IEndpointRouteBuilder endpoints, string path, EngineIOOptions options, IEngineHandler handler)
    {
        var services = endpoints.ServiceProvider;
        var loggers = services.GetRequiredService<ILoggerFactory>();
        var context = new EngineSessionContext(
            options,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Instruments>().Of(path),
            loggers.CreateLogger(LogCategories.Sessions),
            handler)
        {
            Endpoint = path,
            Groups = handler.Groups,
        };
        return new EngineEndpoint(path, SessionRegistration.Add(services, context), loggers.CreateLogger(LogCategories.Hosting));
    }

    /// <summary>Takes the slash off the end of a path, with which clients ask for it, and checks the rest.</summary>
    /// <exception cref="ArgumentException">The path breaks a rule.</exception>
    /// <exception cref="InvalidOperationException">The services are missing.</exception>
    public static string Check(IEndpointRouteBuilder endpoints, string path, string missingCall)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        if (EndpointPath.FindProblem(trimmed) is { } problem)
            throw new ArgumentException($"The path \"{path}\" {problem}.", nameof(path));
        return endpoints.ServiceProvider.GetService<SessionRegistry>() is not null
            ? trimmed
            : throw new InvalidOperationException($"{missingCall} needs its services: call builder.Services.Add{missingCall}() before the application is built.");
    }
}
