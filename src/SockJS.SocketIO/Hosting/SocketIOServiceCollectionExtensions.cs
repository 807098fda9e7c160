using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SockJS.Hosting;
using SockJS.SocketIO;
using SockJS.SocketIO.Diagnostics;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.EngineIO.Hosting;
using SockJS.SocketIO.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Socket.IO and Engine.IO to the services of an application.</summary>
public static class SocketIOServiceCollectionExtensions
{
    /// <summary>Adds what Socket.IO endpoints need.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings that every endpoint starts from.</param>
    /// <remarks>
    /// The settings of a single endpoint are the options named like its path:
    /// <c>services.Configure&lt;SocketIOOptions&gt;("/socket.io", options => …)</c>. What SockJS endpoints need is added too.
    /// </remarks>
    public static ISocketIOBuilder AddSocketIO(this IServiceCollection services, Action<SocketIOOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSockJS();
        services.AddEndpointOptions<SocketIOOptions, SocketIOOptionsValidator>();
        services.TryAddSingleton<SocketInstruments>();
        services.TryAddSingleton<NamespaceDirectory>();
        services.TryAddSingleton<ISocketIOServer>(static services => services.GetRequiredService<NamespaceDirectory>());
        services.TryAddSingleton(typeof(ISocketIOServer<>), typeof(SocketIOServer<>));
        if (configure is not null)
            services.Configure(configure);
        return new SocketIOServicesBuilder(services);
    }

    /// <summary>Adds what Socket.IO endpoints need, with settings from configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">
    /// A section with the names of <see cref="SocketIOOptions"/>, and a section <c>Endpoints</c> with one section for each path that has
    /// settings of its own.
    /// </param>
    /// <exception cref="InvalidOperationException">A section below <c>Endpoints</c> has a name that can be no path, such as one without a slash.</exception>
    public static ISocketIOBuilder AddSocketIO(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = services.AddSocketIO();
        services.BindEndpointOptions<SocketIOOptions>(
            configuration, static (section, options) => section.Bind(new ConfigurableSocketIOOptions(options)));
        return builder;
    }

    /// <summary>Adds what Engine.IO endpoints without Socket.IO need.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings that every endpoint starts from.</param>
    /// <remarks>
    /// The settings of a single endpoint are the options named like its path:
    /// <c>services.Configure&lt;EngineIOOptions&gt;("/engine.io", options => …)</c>. Those of Socket.IO endpoints are others. What SockJS
    /// endpoints need is added too.
    /// </remarks>
    public static ISocketIOBuilder AddEngineIO(this IServiceCollection services, Action<EngineIOOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSockJS();
        services.AddEndpointOptions<EngineIOOptions, EngineIOOptionsValidator>();
        if (configure is not null)
            services.Configure(configure);
        return new SocketIOServicesBuilder(services);
    }

    /// <summary>Adds what Engine.IO endpoints without Socket.IO need, with settings from configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">
    /// A section with the names of <see cref="EngineIOOptions"/>, and a section <c>Endpoints</c> with one section for each path that has
    /// settings of its own.
    /// </param>
    /// <exception cref="InvalidOperationException">A section below <c>Endpoints</c> has a name that can be no path, such as one without a slash.</exception>
    public static ISocketIOBuilder AddEngineIO(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = services.AddEngineIO();
        services.BindEndpointOptions<EngineIOOptions>(
            configuration, static (section, options) => section.Bind(new ConfigurableEngineIOOptions(options)));
        return builder;
    }
}
