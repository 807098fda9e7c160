using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SockJS.Protocol;

namespace SockJS.Hosting;

/// <summary>The settings of one kind of endpoint, from where they are set to the endpoint that has them. Their name is the path of the endpoint.</summary>
internal static class EndpointOptionsServices
{
    private const DynamicallyAccessedMemberTypes Constructor = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    /// <summary>Adds the settings, checked when the application starts.</summary>
    public static void AddEndpointOptions<
        [DynamicallyAccessedMembers(Constructor)] TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(this IServiceCollection services)
        where TOptions : EndpointOptions
        where TValidator : class, IValidateOptions<TOptions>
    {
        // Endpoints start from the global settings, so this comes before what the application configures by name, even before this call.
        if (!services.Any(static service => service.ImplementationType == typeof(EndpointOptionsSetup<TOptions>)))
            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<TOptions>, EndpointOptionsSetup<TOptions>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        services.AddOptions<TOptions>().ValidateOnStart();
        services.TryAddSingleton<MappedPaths<TOptions>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, UnusedSettings<TOptions>>());
    }

    /// <summary>Takes settings from a section and from those below <c>Endpoints</c> in it.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section.</param>
    /// <param name="bind">Reads one section. The code for that is generated where the type is known, so that it cannot be here.</param>
    public static void BindEndpointOptions<[DynamicallyAccessedMembers(Constructor)] TOptions>(
        this IServiceCollection services, IConfiguration configuration, Action<IConfiguration, TOptions> bind)
        where TOptions : EndpointOptions
    {
        Bind("", configuration);
        foreach (var endpoint in configuration.GetSection("Endpoints").GetChildren())
        {
            // Nobody would ever ask for these settings, nor notice that they are without effect.
            if (EndpointPath.FindProblem(endpoint.Key) is { } problem)
                throw new InvalidOperationException($"The configuration section \"{endpoint.Path}\" is named like no endpoint: the prefix \"{endpoint.Key}\" {problem}.");
            Bind(endpoint.Key, endpoint);
        }

        void Bind(string name, IConfiguration section)
        {
            services.Configure<TOptions>(name, options => bind(section, options));
            services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(new ConfigurationChangeTokenSource<TOptions>(name, section));
        }
    }

    /// <summary>Returns the settings that an endpoint has from now on, whatever becomes of those that they were taken from.</summary>
    /// <exception cref="OptionsValidationException">They cannot work.</exception>
    public static TOptions OptionsOf<[DynamicallyAccessedMembers(Constructor)] TOptions>(IServiceProvider services, string path, Action<TOptions>? configure)
        where TOptions : EndpointOptions
    {
        services.GetRequiredService<MappedPaths<TOptions>>().Add(path);
        var options = (TOptions)services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(path).Copy();
        if (configure is null)
            return options;
        configure(options);
        foreach (var validator in services.GetServices<IValidateOptions<TOptions>>())
        {
            if (validator.Validate(path, options) is { Failed: true } result)
                throw new OptionsValidationException(path, typeof(TOptions), result.Failures!);
        }

        return options;
    }
}
