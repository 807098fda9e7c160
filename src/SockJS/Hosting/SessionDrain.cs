using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>
/// Ends all sessions when the host shuts down. It begins as soon as the shutdown is announced, since the server waits for requests, and
/// with them for open sockets and streams, before it stops anything else; what is awaited here are the handlers.
/// </summary>
internal sealed partial class SessionDrain(
    SessionRegistry registry, IHostApplicationLifetime lifetime, IOptions<HostOptions> host, ILoggerFactory loggers) : IHostedService
{
    private CancellationTokenRegistration _stopping;
    private CancellationTokenRegistration _stopped;
    private Task _drained = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _stopping = lifetime.ApplicationStopping.Register(() => _drained = Task.WhenAll(registry.Tables.Select(static table => table.ShutDownAsync())));
        _stopped = lifetime.ApplicationStopped.Register(EndAll);
        var timeout = host.Value.ShutdownTimeout;
        foreach (var table in registry.Tables)
        {
            if (table.Options.DrainWindow >= timeout)
                DrainWindowTooLong(loggers.CreateLogger(LogCategories.Hosting), table.Context.Endpoint, table.Options.DrainWindow, timeout);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.DisposeAsync().ConfigureAwait(false);
        await _drained.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Closed sessions wait for their clients to come for the close frame, and nobody sweeps them out any more.
    private void EndAll()
    {
        _stopped.Unregister();
        foreach (var table in registry.Tables)
            table.ExpireAll();
    }

    [LoggerMessage(2, LogLevel.Warning, "The sessions of {Prefix} are closed over {DrainWindow} on a shutdown, which the host cuts off after {ShutdownTimeout}.", EventName = "DrainWindowTooLong")]
    private static partial void DrainWindowTooLong(ILogger logger, string prefix, TimeSpan drainWindow, TimeSpan shutdownTimeout);
}
