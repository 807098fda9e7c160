using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SockJS.Groups;

/// <summary>The groups of an endpoint: who is in them, and who observes that.</summary>
internal sealed class GroupTable(ILogger logger)
{
    private readonly ConnectionIndex _members = new();
    private readonly ConcurrentDictionary<string, Presence> _observed = new(StringComparer.Ordinal);

    /// <summary>Gets the number of groups that have members.</summary>
    public int Count => _members.Count;

    /// <summary>Gets the groups that have members, and how many, one by one.</summary>
    public IEnumerable<(string Name, int Members)> Counts => _members.Counts;

    /// <summary>Gets the number of groups that have observers.</summary>
    public int ObservedCount => _observed.Count;

    /// <summary>Returns the members of a group; the array is shared, and not to be changed.</summary>
    public SockJSConnection[] MembersOf(string group) => _members.Find(group);

    /// <summary>Adds a member, and notes it for the observers.</summary>
    /// <returns>Whom to tell, when no lock is held any more.</returns>
    public Presence? Add(string group, SockJSConnection connection)
    {
        _members.Add(group, connection);
        return Note(group, new PresenceChange(connection, Joined: true));
    }

    /// <summary>Removes a member, and notes it for the observers.</summary>
    /// <returns>Whom to tell, when no lock is held any more.</returns>
    public Presence? Remove(string group, SockJSConnection connection)
    {
        _members.Remove(group, connection);
        return Note(group, new PresenceChange(connection, Joined: false));
    }

    /// <summary>Adds an observer.</summary>
    /// <returns>What removes it.</returns>
    public IDisposable Observe(string group, PresenceObserver observer)
    {
        lock (_observed)
            _observed.GetOrAdd(group, static (group, logger) => new Presence(group, logger), logger).Add(observer);
        return new Observation(this, group, observer);
    }

    private Presence? Note(string group, PresenceChange change)
    {
        if (!_observed.TryGetValue(group, out var presence))
            return null;
        presence.Note(change);
        return presence;
    }

    private void Forget(string group, PresenceObserver observer)
    {
        lock (_observed)
        {
            if (_observed.TryGetValue(group, out var presence) && presence.Remove(observer))
                _observed.TryRemove(group, out _);
        }
    }

    private sealed class Observation(GroupTable table, string group, PresenceObserver observer) : IDisposable
    {
        public void Dispose() => table.Forget(group, observer);
    }
}
