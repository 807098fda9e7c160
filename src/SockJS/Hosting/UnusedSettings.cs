using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SockJS.Hosting;

/// <summary>Warns of settings for a path at which nothing is mapped that has them: a slip of the pen there would leave an endpoint with the defaults.</summary>
/// <remarks>Only when the application has started are all endpoints mapped. Settings that take services do not tell their name.</remarks>
[SuppressMessage("Performance", "CA1812", Justification = "The services make it.")]
internal sealed partial class UnusedSettings<TOptions>(
    MappedPaths<TOptions> mapped,
    IEnumerable<IConfigureOptions<TOptions>> settings,
    IEnumerable<IPostConfigureOptions<TOptions>> lastSettings,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers) : IHostedService
    where TOptions : EndpointOptions
{
    private CancellationTokenRegistration _started;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = lifetime.ApplicationStarted.Register(Check);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _started.DisposeAsync().AsTask();

    private void Check()
    {
        var names = settings.OfType<ConfigureNamedOptions<TOptions>>().Select(static one => one.Name)
            .Concat(lastSettings.OfType<PostConfigureOptions<TOptions>>().Select(static one => one.Name));
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (!string.IsNullOrEmpty(name) && !mapped.Contains(name))
                SettingsUnused(loggers.CreateLogger(LogCategories.Hosting), typeof(TOptions).Name, name, string.Join(", ", mapped.All));
        }
    }

    [LoggerMessage(
        31, LogLevel.Warning, "The {Options} of \"{Prefix}\" have no effect, as no endpoint that has such is mapped there. Mapped are: {Prefixes}", EventName = "SettingsUnused")]
    private static partial void SettingsUnused(ILogger logger, string options, string prefix, string prefixes);
}
