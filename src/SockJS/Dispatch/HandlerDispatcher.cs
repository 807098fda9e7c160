namespace SockJS.Dispatch;

/// <summary>Calls the methods of an endpoint class, on the instance of one connection.</summary>
internal sealed class HandlerDispatcher<T>(
    EndpointHandlers<T> handlers, FailureHandler failures, SockJSConnection connection, IServiceProvider services) : IMessageDispatcher
    where T : class
{
    private T? _handler;
    private StreamSet? _streams;

    public ValueTask OnOpenAsync()
    {
        _handler = handlers.Create(connection, services);
        if (handlers.OnOpen is not { } onOpen)
            return default;
        var opening = onOpen(_handler, connection, services);
        return handlers.OpensStream ? Streams.AddAsync(opening) : opening;
    }

    public ValueTask OnMessageAsync(SockJSMessage message)
    {
        // The end of the connection may have come between a constructor and its instance.
        if (_handler is null)
            return default;
        if (handlers.OnText is { } onText)
            return onText(_handler, connection, services, message.ToString());
        if (handlers.Router?.Find(message.Utf8, out var payload) is not { } route)
            return default;
        var handling = route.InvokeAsync(_handler, connection, services, payload);
        return route.IsStream ? Streams.AddAsync(handling) : handling;
    }

    // A handler whose constructor threw saw no open, so it sees no close.
    public ValueTask OnCloseAsync(SockJSCloseReason reason)
        => handlers.OnClose is null || _handler is null ? default : handlers.OnClose(_handler, connection, services, reason);

    public async ValueTask DisposeAsync()
    {
        if (_streams is not null)
            await _streams.WaitForEndAsync().ConfigureAwait(false);
        switch (_handler)
        {
            case IAsyncDisposable handler:
                await handler.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable handler:
                handler.Dispose();
                break;
        }
    }

    private StreamSet Streams => _streams ??= new StreamSet(connection, failures, failures.MaxStreams);
}
