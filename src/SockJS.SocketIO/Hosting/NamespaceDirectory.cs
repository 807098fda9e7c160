using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Hosting;

/// <summary>Knows the namespaces of every endpoint.</summary>
internal sealed class NamespaceDirectory : ISocketIOServer
{
    private readonly object _lock = new();
    private volatile NamespaceTable[] _tables = [];

    /// <summary>Gets the namespaces of each endpoint; another list where one is added, which may be while the application runs.</summary>
    public IReadOnlyList<NamespaceTable> Tables => _tables;

    public void Add(NamespaceTable table)
    {
        lock (_lock)
            _tables = [.. _tables, table];
    }

    public ISocketIOClients Of(string namespaceName)
    {
        ArgumentNullException.ThrowIfNull(namespaceName);
        var name = namespaceName.StartsWith('/') ? namespaceName : "/" + namespaceName;
        foreach (var table in _tables)
        {
            if (table.FindMapping(name) is { } mapping)
                return mapping.Name == name ? new NamespaceClients(mapping) : new NamespaceClients(mapping, name);
        }

        throw new InvalidOperationException($"No Socket.IO namespace \"{name}\" is mapped.");
    }

    /// <summary>Returns the sockets of a class, at whatever paths it is mapped.</summary>
    /// <exception cref="InvalidOperationException">It was not mapped.</exception>
    public ISocketIOClients Of(Type type)
    {
        ISocketIOClients[] found = [.. _tables.SelectMany(static table => table.Mappings).Where(mapping => mapping.Type == type).Select(static mapping => new NamespaceClients(mapping))];
        return found switch
        {
            [] => throw new InvalidOperationException($"The Socket.IO namespace {type} is not mapped."),
            [var only] => only,
            _ => new MappedClients(found),
        };
    }
}
