using System.Collections.Concurrent;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

internal sealed partial class Socket
{
    // The answers that filters may give, by the numbers of the events that are with them.
    private ConcurrentDictionary<ulong, SocketAck>? _filteredAcks;

    /// <summary>Has an event handled, unless the socket has left meanwhile.</summary>
    public ValueTask HandleAsync(in IncomingEvent received)
    {
        if (!TryEnter())
            return default;
        var handling = _nameSpace.Kind.EventFilters.Length == 0 ? StartHandling(received) : FilterAsync(received);
        if (!handling.IsCompletedSuccessfully)
            return AwaitHandlingAsync(handling);
        Exit();
        return default;
    }

    private ValueTask StartHandling(in IncomingEvent received)
    {
        try
        {
            return _handler!.HandleAsync(received);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    private async ValueTask AwaitHandlingAsync(ValueTask handling)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IClientFault)
        {
            await _nameSpace.Kind.Handler.EventRefusedAsync(this, exception).ConfigureAwait(false);
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
        var filters = _nameSpace.Kind.EventFilters;
        return index == filters.Length
            ? _handler!.HandleAsync(received)
            : filters[index].InvokeAsync(context, () => RunFilterAsync(index + 1, context, received));
    }

    private SocketAck? FindFilteredAck(ulong id) => _filteredAcks?.GetValueOrDefault(id);
}
