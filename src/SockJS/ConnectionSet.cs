namespace SockJS;

/// <summary>Connections that are sent to as one. Sending takes no lock, and no memory unless the set has changed since the last time.</summary>
internal sealed class ConnectionSet
{
    private readonly HashSet<SockJSConnection> _members = [];
    private SockJSConnection[]? _snapshot;
    private bool _retired;

    /// <summary>Gets the connections; the array is shared, and not to be changed.</summary>
    public SockJSConnection[] Snapshot
    {
        get
        {
            if (Volatile.Read(ref _snapshot) is { } snapshot)
                return snapshot;
            lock (_members)
                return _snapshot ??= [.. _members];
        }
    }

    public int Count
    {
        get
        {
            lock (_members)
                return _members.Count;
        }
    }

    /// <summary>Adds a connection.</summary>
    /// <returns><see langword="false"/> where the last member has left before, and the set with it: a new one has to be made.</returns>
    public bool TryAdd(SockJSConnection connection)
    {
        lock (_members)
        {
            if (_retired)
                return false;
            if (_members.Add(connection))
                _snapshot = null;
            return true;
        }
    }

    /// <summary>Removes a connection, and retires the set where it was the last.</summary>
    /// <returns>Whether the set is retired, and is to be forgotten.</returns>
    public bool Remove(SockJSConnection connection)
    {
        lock (_members)
        {
            if (_members.Remove(connection))
                _snapshot = null;
            return _retired |= _members.Count == 0;
        }
    }
}
