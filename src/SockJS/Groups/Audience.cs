namespace SockJS.Groups;

/// <summary>The open connections of one or several endpoints, sent to as one.</summary>
internal sealed class Audience : ISockJSAudience
{
    private readonly object _lock = new();
    private volatile IEnumerable<SockJSConnection>[] _sets = [];

    public int Count => _sets.Sum(static set => set.Count());

    public void Add(IEnumerable<SockJSConnection> connections)
    {
        lock (_lock)
            _sets = [.. _sets, connections];
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
