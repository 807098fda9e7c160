namespace SockJS.Members;

/// <summary>Members that are sent to as one. Sending takes no lock, and no memory unless the set has changed since the last time.</summary>
internal sealed class MemberSet<T>
    where T : class
{
    private readonly HashSet<T> _members = [];
    private T[]? _snapshot;
    private bool _retired;

    /// <summary>Gets the members; the array is shared, and not to be changed.</summary>
    public T[] Snapshot
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

    /// <summary>Adds a member.</summary>
    /// <returns><see langword="false"/> where the last member has left before, and the set with it: a new one has to be made.</returns>
    public bool TryAdd(T member)
    {
        lock (_members)
        {
            if (_retired)
                return false;
            if (_members.Add(member))
                _snapshot = null;
            return true;
        }
    }

    /// <summary>Removes a member, and retires the set where it was the last.</summary>
    /// <returns>Whether the set is retired, and is to be forgotten.</returns>
    public bool Remove(T member)
    {
        lock (_members)
        {
            if (_members.Remove(member))
                _snapshot = null;
            return _retired |= _members.Count == 0;
        }
    }
}
