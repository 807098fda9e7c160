using System.Collections.Concurrent;

namespace SockJS.Members;

/// <summary>Members by something that many of them can have, such as a user. There are no empty sets in it.</summary>
internal sealed class MemberIndex<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, MemberSet<T>> _sets = new(StringComparer.Ordinal);

    /// <summary>Gets the number of keys that have members.</summary>
    public int Count => _sets.Count;

    /// <summary>Gets the keys, and how many members each has, one by one.</summary>
    public IEnumerable<(string Key, int Count)> Counts => _sets.Select(static one => (one.Key, one.Value.Count));

    /// <summary>Returns the members of a key; the array is shared, and not to be changed.</summary>
    public T[] Find(string key) => _sets.TryGetValue(key, out var set) ? set.Snapshot : [];

    /// <summary>Adds a member; has no effect where it is there already.</summary>
    public void Add(string key, T member)
    {
        while (true)
        {
            var set = _sets.GetOrAdd(key, static _ => new MemberSet<T>());
            if (set.TryAdd(member))
                return;
            // Whoever retired it is about to do the same.
            _sets.TryRemove(KeyValuePair.Create(key, set));
        }
    }

    /// <summary>Removes a member; has no effect where it is not there.</summary>
    public void Remove(string key, T member)
    {
        if (_sets.TryGetValue(key, out var set) && set.Remove(member))
            _sets.TryRemove(KeyValuePair.Create(key, set));
    }
}
