namespace SockJS.Sessions;

/// <summary>The session tables of all endpoints of an application.</summary>
internal sealed class SessionRegistry
{
    private readonly object _lock = new();
    private volatile SessionTable[] _tables = [];

    public IReadOnlyList<SessionTable> Tables => _tables;

    public void Add(SessionTable table)
    {
        lock (_lock)
            _tables = [.. _tables, table];
    }
}
