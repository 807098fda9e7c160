using SockJS.Diagnostics;
using SockJS.Payloads;

namespace SockJS.Dispatch;

/// <summary>Calls the methods of an endpoint class, on the instance of one connection.</summary>
internal sealed class HandlerDispatcher<T>(
    EndpointHandlers<T> handlers, FailureHandler failures, SockJSConnection connection, IServiceProvider services) : IMessageDispatcher
    where T : class
{
    private T? _handler;
    private StreamSet? _streams;
    private MessageWatch? _watch;

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
        return failures.Metrics.TimesHandlers || SockJSActivitySource.HasListeners
            ? WatchAsync(_watch ??= new MessageWatch(failures.Metrics), message)
            : HandleAsync(_handler, message, watch: null);
    }

    // What it makes current is so for the handler only: an asynchronous method does not change that of its caller.
    private async ValueTask WatchAsync(MessageWatch watch, SockJSMessage message)
    {
        watch.Begin(connection.Transport);
        try
        {
            await HandleAsync(_handler!, message, watch).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureHandler.IsFailure(connection, exception))
        {
            if (exception is InvalidMessageException invalid)
                watch.Refused(FailureHandler.CodeOf(invalid.Kind));
            else
                watch.Failed(exception);
            throw;
        }
        finally
        {
            watch.End();
        }
    }

    private ValueTask HandleAsync(T handler, SockJSMessage message, MessageWatch? watch)
    {
        if (handlers.OnText is { } onText)
            return onText(handler, connection, services, message.ToString());
        if (handlers.Router?.Find(message.Utf8, out var payload) is not { } route)
            return default;
        watch?.Found(route.Name);
        var handling = route.InvokeAsync(handler, connection, services, payload);
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
