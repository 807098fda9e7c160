using SockJS.Payloads;

namespace SockJS.Groups;

/// <summary>The open connections of one or several endpoints, sent to as one.</summary>
internal sealed class Audience : ISockJSAudience, IPayloadTarget
{
    private readonly object _lock = new();
    private volatile IEnumerable<SockJSConnection>[] _sets = [];
    private AudienceSender? _payloads;

    public int Count => _sets.Sum(static set => set.Count());

    public IPayloadSender Payloads
        => _payloads ?? throw new InvalidOperationException("Values can be sent to the clients of an endpoint when it is mapped.");

    /// <summary>Adds the connections of a mapped endpoint. Values are sent in the format of the first.</summary>
    public void Add(IEnumerable<SockJSConnection> connections, MessageFormat format)
    {
        lock (_lock)
        {
            _sets = [.. _sets, connections];
            _payloads ??= new AudienceSender(this, format);
        }
    }

    public ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        var prepared = message.Prepared ?? new PreparedMessage(message.ToString());
        foreach (var set in _sets)
        {
            foreach (var connection in set)
            {
                if (cancellationToken.IsCancellationRequested)
                    return ValueTask.FromCanceled(cancellationToken);
                connection.Deliver(prepared);
            }
        }

        return default;
    }
}
