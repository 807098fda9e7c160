using Microsoft.Extensions.DependencyInjection;
using SockJS.Payloads;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Calls the methods of a namespace class, on the instance of one socket. What they throw is logged by the socket.</summary>
internal sealed class ClassSocketHandler<T>(SocketHandlers<T> handlers, EventRefusals refusals, SocketIOSocket socket, AsyncServiceScope scope) : ISocketHandler
    where T : class
{
    private T? _instance;
    private bool _isConnected;

    public async ValueTask ConnectAsync()
    {
        try
        {
            _instance = handlers.Create(socket, scope.ServiceProvider);
            _isConnected = handlers.OnConnect is not { } onConnect
                || await onConnect.InvokeAsync(_instance, socket, scope.ServiceProvider).ConfigureAwait(false);
        }
        catch (InvalidMessageException exception)
        {
            refusals.AuthRefused(socket, exception);
            throw new SocketIORefusedException("Invalid auth payload");
        }

        if (!_isConnected)
            throw new SocketIORefusedException();
    }

    public ValueTask HandleAsync(in IncomingEvent received)
    {
        if (_instance is null || handlers.Router.Find(in received) is not { } route)
            return default;
        received.Watch?.Found(route.Name);
        try
        {
            return route.InvokeAsync(_instance, socket, scope.ServiceProvider, in received);
        }
        catch (InvalidMessageException exception)
        {
            received.Watch?.Refused(EventRefusals.Code);
            return refusals.EventRefusedAsync(socket, exception);
        }
    }

    // Who was refused saw no connect, so it sees no disconnect.
    public ValueTask DisconnectAsync(SocketIODisconnectReason reason)
        => _isConnected && handlers.OnDisconnect is { } onDisconnect ? onDisconnect(_instance!, socket, scope.ServiceProvider, reason) : default;

    public async ValueTask DisposeAsync()
    {
        await using (scope.ConfigureAwait(false))
        {
            if (_instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            else if (_instance is IDisposable disposable)
                disposable.Dispose();
        }
    }
}
