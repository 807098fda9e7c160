using System.Collections.Concurrent;

namespace SockJS;

/// <summary>Connections by something that many of them can have, such as a user. There are no empty sets in it.</summary>
internal sealed class ConnectionIndex
{
    private readonly ConcurrentDictionary<string, ConnectionSet> _sets = new(StringComparer.Ordinal);

    /// <summary>Gets the number of keys that have connections.</summary>
    public int Count => _sets.Count;

    /// <summary>Gets the keys, and how many connections each has, one by one.</summary>
    public IEnumerable<(string Key, int Count)> Counts => _sets.Select(static one => (one.Key, one.Value.Count));

    /// <summary>Returns the connections of a key; the array is shared, and not to be changed.</summary>
    public SockJSConnection[] Find(string key) => _sets.TryGetValue(key, out var set) ? set.Snapshot : [];

    /// <summary>Adds a connection; has no effect where it is there already.</summary>
    public void Add(string key, SockJSConnection connection)
    {
        while (true)
        {
            var set = _sets.GetOrAdd(key, static _ => new ConnectionSet());
            if (set.TryAdd(connection))
                return;
            // Whoever retired it is about to do the same.
            _sets.TryRemove(KeyValuePair.Create(key, set));
        }
    }

    /// <summary>Removes a connection; has no effect where it is not there.</summary>
    public void Remove(string key, SockJSConnection connection)
    {
        if (_sets.TryGetValue(key, out var set) && set.Remove(connection))
            _sets.TryRemove(KeyValuePair.Create(key, set));
    }
}
