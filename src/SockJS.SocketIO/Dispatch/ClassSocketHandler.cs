using Microsoft.Extensions.DependencyInjection;
using SockJS.Payloads;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Dispatch;

/// <summary>Calls the methods of a namespace class, on the instance of one socket. What they throw ends here.</summary>
internal sealed class ClassSocketHandler<T>(SocketHandlers<T> handlers, EventFailures failures, SocketIOSocket socket, AsyncServiceScope scope) : ISocketHandler
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
            failures.AuthRefused(socket, exception);
            throw new SocketIORefusedException("Invalid auth payload");
        }
        catch (Exception exception) when (exception is not SocketIORefusedException)
        {
            failures.HandlerFailed(socket, exception);
            throw new SocketIORefusedException("Internal error");
        }

        if (!_isConnected)
            throw new SocketIORefusedException();
    }

    public ValueTask HandleAsync(in IncomingEvent received)
    {
        ValueTask handling;
        try
        {
            if (_instance is null || handlers.Router.Find(in received) is not { } route)
                return default;
            handling = route.InvokeAsync(_instance, socket, scope.ServiceProvider, in received);
        }
        catch (InvalidMessageException exception)
        {
            return failures.EventRefusedAsync(socket, exception);
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(socket, exception);
            return default;
        }

        return handling.IsCompletedSuccessfully ? handling : AwaitAsync(handling);
    }

    // Who was refused saw no connect, so it sees no disconnect.
    public async ValueTask DisconnectAsync(SocketIODisconnectReason reason)
    {
        if (!_isConnected || handlers.OnDisconnect is not { } onDisconnect)
            return;
        try
        {
            await onDisconnect(_instance!, socket, scope.ServiceProvider, reason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(socket, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            else if (_instance is IDisposable disposable)
                disposable.Dispose();
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(socket, exception);
        }

        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(socket, exception);
        }
    }

    private async ValueTask AwaitAsync(ValueTask handling)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(socket, exception);
        }
    }
}
