using System.Runtime.InteropServices;

namespace SockJS.Sessions;

/// <summary>Counts something for each of many keys, up to a limit. A key whose count is zero is not kept.</summary>
internal sealed class LimitedCounts<TKey>(int limit)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _counts = [];

    /// <summary>Gets the number of keys that count at all.</summary>
    public int Keys
    {
        get
        {
            lock (_counts)
                return _counts.Count;
        }
    }

    /// <summary>Counts one more.</summary>
    /// <returns><see langword="false"/> where the limit is reached.</returns>
    public bool TryAdd(TKey key)
    {
        lock (_counts)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
            if (count >= limit)
                return false;
            count++;
            return true;
        }
    }

    /// <summary>Counts one less.</summary>
    public void Remove(TKey key)
    {
        lock (_counts)
        {
            if (--CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) == 0)
                _counts.Remove(key);
        }
    }
}
