using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Hosting;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.EngineIO.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Engine.IO endpoints without Socket.IO.</summary>
public static class EngineIOEndpointRouteBuilderExtensions
{
    /// <summary>Maps an endpoint for clients of Engine.IO v4, whose handler reads the messages itself.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="path">The path of its URL, such as <c>/engine.io</c>; a slash at the end makes no difference.</param>
    /// <param name="handler">
    /// Handles one connection, for instance with <c>await foreach (var message in connection.ReadAllAsync())</c>. When it returns, the
    /// connection is closed.
    /// </param>
    /// <param name="configure">Changes the settings of this endpoint.</param>
    /// <returns>A builder for conventions, such as authorization.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> breaks a rule for paths.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEngineIO</c> was not called.</exception>
    public static IEndpointConventionBuilder MapEngineIO(
        this IEndpointRouteBuilder endpoints, string path, Func<EngineIOConnection, Task> handler, Action<EngineIOOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        path = EngineEndpoint.Check(endpoints, path, "EngineIO");
        var services = endpoints.ServiceProvider;
        var options = EndpointOptionsServices.OptionsOf(services, path, configure);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Dispatch);
        return EngineMapper.Map(endpoints, EngineEndpoint.Create(endpoints, path, options, new DelegateHandler(handler, path, logger)));
    }
}
