using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SockJS.Groups;

/// <summary>Knows the connections of every endpoint, wherever it is mapped.</summary>
internal sealed class ClientRegistry(IBackplane backplane, ILogger logger) : ISockJSClientsProvider, IDisposable
{
    private readonly ConcurrentDictionary<object, EndpointClients> _clients = new();
    private readonly ConcurrentDictionary<string, EndpointClients> _mapped = new(StringComparer.Ordinal);

    /// <summary>Returns the connections of an endpoint class.</summary>
    public EndpointClients Of(Type endpoint) => _clients.GetOrAdd(endpoint, _ => Create(endpoint.FullName ?? endpoint.Name));

    /// <summary>Returns the connections of the delegates that are mapped at a prefix.</summary>
    public EndpointClients Of(string prefix) => _clients.GetOrAdd(prefix, _ => Create(prefix));

    /// <summary>Says that an endpoint is mapped. Where route groups map several at one prefix, the first is found by it.</summary>
    public void Map(string prefix, EndpointClients clients) => _mapped.TryAdd(prefix, clients);

    public ISockJSClients At(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return _mapped.TryGetValue(prefix, out var clients)
            ? clients
            : throw new InvalidOperationException($"No SockJS endpoint is mapped at \"{prefix}\".");
    }

    public ISockJSClients At(string prefix, string topic)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(topic);
        return _mapped.TryGetValue(ChannelKey(prefix, topic), out var clients)
            ? clients
            : throw new InvalidOperationException($"No channel \"{topic}\" is mapped at \"{prefix}\".");
    }

    /// <summary>Returns what the channels of a topic are known by in place of a prefix, which has no such character.</summary>
    public static string ChannelKey(string prefix, string topic) => $"{prefix}#{topic}";

    public void Dispose()
    {
        foreach (var clients in _clients.Values)
            clients.Dispose();
    }

    private EndpointClients Create(string name) => new(name, backplane, logger);
}
