using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS;
using SockJS.Diagnostics;
using SockJS.Groups;
using SockJS.Hosting;
using SockJS.Sessions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SockJS to the services of an application.</summary>
public static class SockJSServiceCollectionExtensions
{
    /// <summary>Adds what SockJS endpoints need.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings that every endpoint starts from.</param>
    /// <remarks>
    /// The settings of a single endpoint are the options named like its prefix:
    /// <c>services.Configure&lt;SockJSOptions&gt;("/chat", options => …)</c>.
    /// </remarks>
    public static ISockJSBuilder AddSockJS(this IServiceCollection services, Action<SockJSOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SessionRegistry>();
        services.TryAddSingleton<SessionManagers>();
        services.TryAddSingleton<ISockJSSessionManagers>(static services => services.GetRequiredService<SessionManagers>());
        services.TryAddKeyedSingleton(KeyedService.AnyKey, static (services, key) => services.GetRequiredService<SessionManagers>().OfKey(key));
        services.TryAddSingleton<Instruments>();
        services.TryAddSingleton<IBackplane, InProcessBackplane>();
        services.TryAddSingleton(static services => new ClientRegistry(
            services.GetRequiredService<IBackplane>(), services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategories.Groups)));
        services.TryAddSingleton<ISockJSClientsProvider>(static services => services.GetRequiredService<ClientRegistry>());
        services.TryAddSingleton(typeof(ISockJSClients<>), typeof(SockJSClients<>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, OriginHiding>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SessionSweeper>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SessionDrain>());
        services.AddEndpointOptions<SockJSOptions, SockJSOptionsValidator>();
        if (configure is not null)
            services.Configure(configure);
        return new SockJSBuilder(services);
    }

    /// <summary>Adds what SockJS endpoints need, with settings from configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">
    /// A section with the names of <see cref="SockJSOptions"/>, and a section <c>Endpoints</c> with one section for each prefix that has
    /// settings of its own.
    /// </param>
    /// <exception cref="InvalidOperationException">A section below <c>Endpoints</c> has a name that can be no prefix, such as one without a slash.</exception>
    public static ISockJSBuilder AddSockJS(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = services.AddSockJS();
        services.BindEndpointOptions<SockJSOptions>(configuration, static (section, options) => section.Bind(new ConfigurableOptions(options)));
        return builder;
    }
}
