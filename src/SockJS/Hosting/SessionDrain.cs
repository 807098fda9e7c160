using Microsoft.Extensions.Hosting;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>
/// Ends all sessions when the host shuts down. It begins as soon as the shutdown is announced, since the server waits for requests, and
/// with them for open sockets and streams, before it stops anything else; what is awaited here are the handlers.
/// </summary>
internal sealed class SessionDrain(SessionRegistry registry, IHostApplicationLifetime lifetime) : IHostedService
{
    private CancellationTokenRegistration _registration;
    private Task _drained = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = lifetime.ApplicationStopping.Register(() => _drained = Task.WhenAll(registry.Tables.Select(static table => table.DrainAsync())));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        await _drained.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
