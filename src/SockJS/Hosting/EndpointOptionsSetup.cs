using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>Lets the settings of an endpoint start from the global ones.</summary>
internal sealed class EndpointOptionsSetup<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceProvider services)
    : IConfigureNamedOptions<TOptions>
    where TOptions : EndpointOptions
{
    public void Configure(TOptions options)
    {
    }

    public void Configure(string? name, TOptions options)
    {
        if (!string.IsNullOrEmpty(name))
            services.GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue.CopyTo(options);
    }
}
