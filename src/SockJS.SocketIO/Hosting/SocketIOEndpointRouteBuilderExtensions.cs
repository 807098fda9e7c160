using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SockJS.Diagnostics;
using SockJS.Hosting;
using SockJS.SocketIO;
using SockJS.SocketIO.Connections;
using SockJS.SocketIO.Diagnostics;
using SockJS.SocketIO.EngineIO.Hosting;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Payloads;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using IBackplane = SockJS.IBackplane;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Socket.IO endpoints.</summary>
public static class SocketIOEndpointRouteBuilderExtensions
{
    /// <summary>Maps an endpoint for clients of Socket.IO v5, which are those of the versions 3 and 4 of its libraries.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="path">The path of its URL, <c>/socket.io</c> unless clients are told another; a slash at the end makes no difference.</param>
    /// <param name="namespaces">Adds its namespaces.</param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <returns>A builder for conventions, such as authorization.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> or the name of a namespace breaks a rule.</exception>
    /// <exception cref="InvalidOperationException"><c>AddSocketIO</c> was not called.</exception>
    public static IEndpointConventionBuilder MapSocketIO(
        this IEndpointRouteBuilder endpoints, string path, Action<SocketIOBuilder> namespaces, Action<SocketIOOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(namespaces);
        path = EngineEndpoint.Check(endpoints, path, "SocketIO");
        var services = endpoints.ServiceProvider;
        var options = EndpointOptionsServices.OptionsOf(services, path, configure);
        var builder = new SocketIOBuilder(services);
        namespaces(builder);
        var table = new NamespaceTable(builder.Namespaces, FormatsOf(services, options), ContextOf(services, options, path));
        services.GetRequiredService<NamespaceDirectory>().Add(table);
        // What is mapped is Engine.IO; Socket.IO is what stands above its sessions.
        return EngineMapper.Map(endpoints, EngineEndpoint.Create(endpoints, path, options, new SocketIOEngine(table)));
    }

    private static ArgumentFormats FormatsOf(IServiceProvider services, SocketIOOptions options)
    {
        var fallback = services.GetRequiredService<IOptions<HttpJsonOptions>>().Value.SerializerOptions.TypeInfoResolver;
        return new ArgumentFormats(options.Json, fallback, options.Parser);
    }

    private static NamespaceContext ContextOf(IServiceProvider services, SocketIOOptions options, string path)
    {
        var loggers = services.GetRequiredService<ILoggerFactory>();
        return new NamespaceContext(
            options,
            services.GetRequiredService<TimeProvider>(),
            loggers.CreateLogger("SockJS.SocketIO"),
            services.GetRequiredService<IBackplane>(),
            path)
        {
            DispatchLogger = loggers.CreateLogger(LogCategories.Dispatch),
            Metrics = services.GetRequiredService<Instruments>().Of(path),
            Instruments = services.GetRequiredService<SocketInstruments>(),
        };
    }
}
