using System.Collections.Concurrent;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Hosting;

/// <summary>Knows the namespaces of every endpoint.</summary>
internal sealed class NamespaceDirectory : ISocketIOServer
{
    private readonly ConcurrentQueue<NamespaceTable> _tables = new();

    public void Add(NamespaceTable table) => _tables.Enqueue(table);

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

    /// <summary>Returns what was mapped for a class; the first, where that was done at several paths.</summary>
    /// <exception cref="InvalidOperationException">It was not mapped.</exception>
    public NamespaceMapping Of(Type type)
        => _tables.SelectMany(static table => table.Mappings).FirstOrDefault(mapping => mapping.Type == type)
            ?? throw new InvalidOperationException($"The Socket.IO namespace {type} is not mapped.");
}
