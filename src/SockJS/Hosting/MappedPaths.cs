using System.Collections.Concurrent;

namespace SockJS.Hosting;

/// <summary>The paths at which endpoints of a kind are mapped, whose settings have their names.</summary>
/// <typeparam name="TOptions">The settings of that kind of endpoint.</typeparam>
internal sealed class MappedPaths<TOptions>
    where TOptions : EndpointOptions
{
    private readonly ConcurrentDictionary<string, bool> _paths = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _paths.Keys.Order(StringComparer.Ordinal);

    public void Add(string path) => _paths[path] = true;

    public bool Contains(string path) => _paths.ContainsKey(path);
}
