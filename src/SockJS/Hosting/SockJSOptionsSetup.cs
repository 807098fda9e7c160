using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>Lets the settings of an endpoint start from the global ones.</summary>
internal sealed class SockJSOptionsSetup(IServiceProvider services) : IConfigureNamedOptions<SockJSOptions>
{
    public void Configure(SockJSOptions options)
    {
    }

    public void Configure(string? name, SockJSOptions options)
    {
        if (!string.IsNullOrEmpty(name))
            services.GetRequiredService<IOptionsMonitor<SockJSOptions>>().CurrentValue.CopyTo(options);
    }
}
