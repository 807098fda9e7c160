using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SockJS.Members;

namespace SockJS.Groups;

/// <summary>The groups of an endpoint: who is in them, and who observes that.</summary>
internal sealed class GroupTable<T>(ILogger logger) : IGroupCounts
    where T : class, IRecipient
{
    private readonly MemberIndex<T> _members = new();
    private readonly ConcurrentDictionary<string, Presence<T>> _observed = new(StringComparer.Ordinal);

    /// <summary>Gets the number of groups that have members.</summary>
    public int Count => _members.Count;

    /// <summary>Gets the groups that have members, and how many, one by one.</summary>
    public IEnumerable<(string Name, int Members)> Counts => _members.Counts;

    /// <summary>Gets the number of groups that have observers.</summary>
    public int ObservedCount => _observed.Count;

    /// <summary>Returns the members of a group; the array is shared, and not to be changed.</summary>
    public T[] MembersOf(string group) => _members.Find(group);

    /// <summary>Adds a member, and notes it for the observers.</summary>
    /// <returns>Whom to tell, when no lock is held any more.</returns>
    public Presence<T>? Add(string group, T member)
    {
        _members.Add(group, member);
        return Note(group, new PresenceChange<T>(member, Joined: true));
    }

    /// <summary>Removes a member, and notes it for the observers.</summary>
    /// <returns>Whom to tell, when no lock is held any more.</returns>
    public Presence<T>? Remove(string group, T member)
    {
        _members.Remove(group, member);
        return Note(group, new PresenceChange<T>(member, Joined: false));
    }

    /// <summary>Adds an observer.</summary>
    /// <returns>What removes it.</returns>
    public IDisposable Observe(string group, PresenceObserver<T> observer)
    {
        lock (_observed)
            _observed.GetOrAdd(group, static (group, logger) => new Presence<T>(group, logger), logger).Add(observer);
        return new Observation(this, group, observer);
    }

    private Presence<T>? Note(string group, PresenceChange<T> change)
    {
        if (!_observed.TryGetValue(group, out var presence))
            return null;
        presence.Note(change);
        return presence;
    }

    private void Forget(string group, PresenceObserver<T> observer)
    {
        lock (_observed)
        {
            if (_observed.TryGetValue(group, out var presence) && presence.Remove(observer))
                _observed.TryRemove(group, out _);
        }
    }

    private sealed class Observation(GroupTable<T> table, string group, PresenceObserver<T> observer) : IDisposable
    {
        public void Dispose() => table.Forget(group, observer);
    }
}
