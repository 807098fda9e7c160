using System.Collections;
using System.Collections.Concurrent;

namespace SockJS.Multiplexing;

/// <summary>The channels of one topic, of all connections: found by their ids and their users.</summary>
internal sealed class ChannelTable : IConnectionTable
{
    private readonly ConcurrentDictionary<ChannelConnection, bool> _all = new();
    private readonly ConcurrentDictionary<string, ChannelConnection> _byId = new(StringComparer.Ordinal);
    private readonly ConnectionIndex _byUser = new();

    /// <summary>Gets the number of channels, those included whose connection is closing.</summary>
    public int Count => _all.Count;

    /// <summary>Gets the number of ids that channels can be found by.</summary>
    public int IdCount => _byId.Count;

    /// <summary>Gets the number of users that channels can be found by.</summary>
    public int UserCount => _byUser.Count;

    public SockJSConnection? Find(string id) => _byId.TryGetValue(id, out var channel) && channel.IsOpen ? channel : null;

    public SockJSConnection[] OfUser(string userId) => _byUser.Find(userId);

    /// <summary>Adds a channel that nobody knows yet, and so nobody can end.</summary>
    public void Add(ChannelConnection channel)
    {
        _all[channel] = true;
        if (channel.UserId is { Length: > 0 } userId)
            _byUser.Add(userId, channel);
    }

    public void Remove(ChannelConnection channel)
    {
        _all.TryRemove(channel, out _);
        if (channel.KnownId is { } id)
            _byId.TryRemove(id, out _);
        if (channel.UserId is { Length: > 0 } userId)
            _byUser.Remove(userId, channel);
    }

    /// <summary>Lets a channel be found by its id, from when it was first asked for it.</summary>
    public void AddId(string id, ChannelConnection channel)
    {
        _byId[id] = channel;
        // Removed before, or by whoever does not see the id yet: either way nobody else would take it out.
        if (channel.IsOver)
            _byId.TryRemove(id, out _);
    }

    /// <summary>Enumerates the open channels.</summary>
    public IEnumerator<SockJSConnection> GetEnumerator()
    {
        foreach (var (channel, _) in _all)
        {
            if (channel.IsOpen)
                yield return channel;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
