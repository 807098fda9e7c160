namespace SockJS.Dispatch;

/// <summary>Calls the methods of an endpoint class through the delegates that generated code made of them.</summary>
internal sealed class HandlerDispatcher<T>(
    Func<SockJSConnection, IServiceProvider, T> create,
    Func<T, SockJSConnection, IServiceProvider, ValueTask>? onOpen,
    Func<T, SockJSConnection, IServiceProvider, string, ValueTask>? onText,
    Func<T, SockJSConnection, IServiceProvider, SockJSCloseReason, ValueTask>? onClose,
    SockJSConnection connection,
    IServiceProvider services) : IMessageDispatcher
    where T : class
{
    private T? _handler;

    public ValueTask OnOpenAsync()
    {
        _handler = create(connection, services);
        return onOpen is null ? default : onOpen(_handler, connection, services);
    }

    public ValueTask OnMessageAsync(SockJSMessage message)
        => onText is null ? default : onText(_handler!, connection, services, message.ToString());

    // A handler whose constructor threw saw no open, so it sees no close.
    public ValueTask OnCloseAsync(SockJSCloseReason reason)
        => onClose is null || _handler is null ? default : onClose(_handler, connection, services, reason);

    public ValueTask DisposeAsync()
    {
        switch (_handler)
        {
            case IAsyncDisposable handler:
                return handler.DisposeAsync();
            case IDisposable handler:
                handler.Dispose();
                break;
        }

        return default;
    }
}
