using System.Collections.Concurrent;

namespace SockJS.Groups;

/// <summary>Knows the connections of every endpoint class, wherever it is mapped.</summary>
internal sealed class AudienceRegistry
{
    private readonly ConcurrentDictionary<Type, Audience> _audiences = new();

    public Audience Of(Type endpoint) => _audiences.GetOrAdd(endpoint, static _ => new Audience());
}
