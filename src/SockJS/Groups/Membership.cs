namespace SockJS.Groups;

/// <summary>
/// The groups that one member is in. What is done under its lock puts the changes of one member in order; the locks of groups are
/// taken inside it, and never the other way round.
/// </summary>
internal sealed class Membership<T>(GroupTable<T> table, T member, int maxGroups) : IMembership
    where T : class, IRecipient
{
    private readonly object _lock = new();
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private bool _watchesEnd;

    public IReadOnlyCollection<string> Groups
    {
        get
        {
            lock (_lock)
                return [.. _groups];
        }
    }

    /// <summary>Says whether the groups are those of this endpoint.</summary>
    public bool IsIn(GroupTable<T> groups) => table == groups;

    public bool Join(string group)
    {
        GroupName.Check(group);
        Presence<T>? presence;
        bool watch;
        lock (_lock)
        {
            if (!member.IsOpen || _groups.Contains(group))
                return false;
            if (_groups.Count >= maxGroups)
            {
                throw new InvalidOperationException(
                    $"The connection is in {maxGroups} groups already, which is as many as MaxGroupsPerConnection allows.");
            }

            _groups.Add(group);
            presence = table.Add(group, member);
            watch = !_watchesEnd;
            _watchesEnd = true;
        }

        presence?.Tell();
        // Where the end has come meanwhile, this calls back at once.
        if (watch)
            member.Closed.UnsafeRegister(static membership => ((Membership<T>)membership!).End(), this);
        return true;
    }

    public bool Leave(string group)
    {
        GroupName.Check(group);
        Presence<T>? presence;
        lock (_lock)
        {
            if (!_groups.Remove(group))
                return false;
            presence = table.Remove(group, member);
        }

        presence?.Tell();
        return true;
    }

    // Called when the member is no longer open, so that whoever gets the lock afterwards joins nothing.
    private void End()
    {
        Presence<T>?[] presences;
        lock (_lock)
        {
            presences = [.. _groups.Select(group => table.Remove(group, member))];
            _groups.Clear();
        }

        foreach (var presence in presences)
            presence?.Tell();
    }
}
