using SockJS.Groups;

namespace SockJS.Testing;

/// <summary>The groups of a connection that belongs to no endpoint: their names.</summary>
internal sealed class TestMembership(SockJSTestConnection connection) : IMembership
{
    private readonly object _lock = new();
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Groups
    {
        get
        {
            lock (_lock)
                return [.. _groups];
        }
    }

    public bool Join(string group)
    {
        GroupName.Check(group);
        lock (_lock)
            return connection.ClosedWith is null && _groups.Add(group);
    }

    public bool Leave(string group)
    {
        GroupName.Check(group);
        lock (_lock)
            return _groups.Remove(group);
    }

    public void End()
    {
        lock (_lock)
            _groups.Clear();
    }
}
