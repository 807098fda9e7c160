namespace SockJS.Groups;

/// <summary>
/// The groups that one connection is in. What is done under its lock puts the changes of one connection in order; the locks of groups are
/// taken inside it, and never the other way round.
/// </summary>
internal sealed class Membership(GroupTable table, SockJSConnection connection, int maxGroups) : IMembership
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
    public bool IsIn(GroupTable groups) => table == groups;

    public bool Join(string group)
    {
        GroupName.Check(group);
        Presence? presence;
        bool watch;
        lock (_lock)
        {
            if (!connection.IsOpen || _groups.Contains(group))
                return false;
            if (_groups.Count >= maxGroups)
            {
                throw new InvalidOperationException(
                    $"The connection is in {maxGroups} groups already, which is as many as SockJSOptions.MaxGroupsPerConnection allows.");
            }

            _groups.Add(group);
            presence = table.Add(group, connection);
            watch = !_watchesEnd;
            _watchesEnd = true;
        }

        presence?.Tell();
        // Where the end has come meanwhile, this calls back at once.
        if (watch)
            connection.Closed.UnsafeRegister(static membership => ((Membership)membership!).End(), this);
        return true;
    }

    public bool Leave(string group)
    {
        GroupName.Check(group);
        Presence? presence;
        lock (_lock)
        {
            if (!_groups.Remove(group))
                return false;
            presence = table.Remove(group, connection);
        }

        presence?.Tell();
        return true;
    }

    // Called when the connection is no longer open, so that whoever gets the lock afterwards joins nothing.
    private void End()
    {
        Presence?[] presences;
        lock (_lock)
        {
            presences = [.. _groups.Select(group => table.Remove(group, connection))];
            _groups.Clear();
        }

        foreach (var presence in presences)
            presence?.Tell();
    }
}
