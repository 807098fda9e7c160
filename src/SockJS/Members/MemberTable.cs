using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SockJS.Members;

/// <summary>Members found by their ids and their users. A member may end at any moment, so whoever adds it looks afterwards whether it has.</summary>
internal sealed class MemberTable<T> : IMemberTable<T>
    where T : class, IMember
{
    private readonly ConcurrentDictionary<T, bool> _all = new();
    private readonly ConcurrentDictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly MemberIndex<T> _byUser = new();

    /// <summary>Gets the number of members, those included that are not open yet or closing. All locks of the table are taken for it.</summary>
    public int Count => _all.Count;

    /// <summary>Gets the number of ids that members can be found by.</summary>
    public int IdCount => _byId.Count;

    /// <summary>Gets the number of users that members can be found by.</summary>
    public int UserCount => _byUser.Count;

    /// <summary>Gets the members, those included that are not open yet or closing.</summary>
    public IEnumerable<T> All => _all.Select(static entry => entry.Key);

    public T? Find(string id) => _byId.TryGetValue(id, out var member) && member.IsOpen ? member : null;

    /// <summary>Finds the member of an id, be it open or not.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out T? member) => _byId.TryGetValue(id, out member);

    public T[] OfUser(string userId) => _byUser.Find(userId);

    /// <summary>Adds a member. Where it has ended meanwhile, it is found by nothing, but <see cref="Remove"/> is left to the caller.</summary>
    public void Add(T member)
    {
        _all[member] = true;
        if (member.KnownId is { } id)
            AddId(id, member);
        if (member.UserId is { } userId)
            AddUser(userId, member);
    }

    /// <summary>Lets a member be found by its id, from when it was first asked for it.</summary>
    public void AddId(string id, T member)
    {
        _byId[id] = member;
        // Removed before, or by whoever does not see the id yet: either way nobody else would take it out.
        if (member.IsOver)
            _byId.TryRemove(KeyValuePair.Create(id, member));
    }

    /// <summary>Removes a member.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(T member)
    {
        if (!_all.TryRemove(member, out _))
            return false;
        // Another may have come back with the id.
        if (member.KnownId is { } id)
            _byId.TryRemove(KeyValuePair.Create(id, member));
        if (member.UserId is { } userId)
            _byUser.Remove(userId, member);
        return true;
    }

    /// <summary>Enumerates the open members.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var (member, _) in _all)
        {
            if (member.IsOpen)
                yield return member;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddUser(string userId, T member)
    {
        _byUser.Add(userId, member);
        // The sweeper may have been quicker.
        if (member.IsOver)
            _byUser.Remove(userId, member);
    }
}
