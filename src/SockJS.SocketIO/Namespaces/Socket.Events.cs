using System.Collections.Concurrent;
using SockJS.Diagnostics;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    // The answers that filters may give, by the numbers of the events that are with them.
    private ConcurrentDictionary<ulong, SocketAck>? _filteredAcks;

    // Of one event after the other. Where events overtake each other, the others have theirs.
    private MessageWatch? _watch;

    /// <summary>Has an event handled, unless the socket has left meanwhile.</summary>
    public ValueTask HandleAsync(in IncomingEvent received)
    {
        if (!TryEnter())
            return default;
        var mapping = _nameSpace.Mapping;
        mapping.Metrics?.EventReceived();
        var handling = mapping.Context.IsWatched ? WatchAsync(received) : StartHandling(received);
        if (!handling.IsCompletedSuccessfully)
            return AwaitHandlingAsync(handling, ClientFault.IsHalfText(received.Json.Span));
        Exit();
        return default;
    }

    private ValueTask StartHandling(in IncomingEvent received)
    {
        try
        {
            return RunAsync(received);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    // What it makes current is so for the handler only: an asynchronous method does not change that of its caller.
    private async ValueTask WatchAsync(IncomingEvent received)
    {
        var mapping = _nameSpace.Mapping;
        var watch = Interlocked.Exchange(ref _watch, null) ?? new MessageWatch(mapping.Context.Metrics!, mapping.Name);
        watch.Begin(Connection.Transport == EngineIOTransport.WebSocket ? SockJSTransports.WebSocket : SockJSTransports.XhrPolling);
        try
        {
            await RunAsync(received with { Watch = watch }).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            watch.Failed(exception);
            throw;
        }
        finally
        {
            watch.End();
            _watch = watch;
        }
    }

    private ValueTask RunAsync(in IncomingEvent received)
        => _nameSpace.Mapping.EventFilters.Length == 0 ? _handler!.HandleAsync(received) : FilterAsync(received);

    private async ValueTask AwaitHandlingAsync(ValueTask handling, bool isHalfText)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        catch (Exception exception) when (ClientFault.IsMeantBy(exception, isHalfText))
        {
            await _nameSpace.Mapping.Handler.EventRefusedAsync(this, exception).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed("event", exception);
        }
        finally
        {
            Exit();
        }
    }

    private async ValueTask FilterAsync(IncomingEvent received)
    {
        var ack = received.AckId is { } id ? new SocketAck(this, id) : SocketAck.None;
        if (received.AckId is { } added)
            (_filteredAcks ??= new()).TryAdd(added, ack);
        try
        {
            var context = new SocketIOEventContext(this, received.ReadName(), received.KeepArguments(_nameSpace.Format), ack);
            await RunFilterAsync(0, context, received).ConfigureAwait(false);
        }
        finally
        {
            if (received.AckId is { } removed)
                _filteredAcks!.TryRemove(KeyValuePair.Create(removed, ack));
        }
    }

    private ValueTask RunFilterAsync(int index, SocketIOEventContext context, IncomingEvent received)
    {
        var filters = _nameSpace.Mapping.EventFilters;
        return index == filters.Length
            ? _handler!.HandleAsync(received)
            : filters[index].InvokeAsync(context, () => RunFilterAsync(index + 1, context, received));
    }

    private SocketAck? FindFilteredAck(ulong id) => _filteredAcks?.GetValueOrDefault(id);
}
