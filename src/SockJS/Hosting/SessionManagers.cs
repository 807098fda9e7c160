namespace SockJS.Hosting;

/// <summary>The session managers of all endpoints of an application.</summary>
internal sealed class SessionManagers : ISockJSSessionManagers
{
    private readonly object _lock = new();
    private volatile (SockJSSessionManager Manager, Type? Endpoint)[] _mapped = [];

    public IReadOnlyList<SockJSSessionManager> All => [.. _mapped.Select(static one => one.Manager)];

    /// <summary>Says that an endpoint is mapped.</summary>
    public void Add(SockJSSessionManager manager, Type? endpoint)
    {
        lock (_lock)
            _mapped = [.. _mapped, (manager, endpoint)];
    }

    public SockJSSessionManager At(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return _mapped.FirstOrDefault(one => one.Manager.Endpoint == prefix).Manager
            ?? throw new InvalidOperationException($"No SockJS endpoint is mapped at \"{prefix}\".");
    }

    public SockJSSessionManager Of<TEndpoint>()
        where TEndpoint : class
        => _mapped.Where(static one => one.Endpoint == typeof(TEndpoint)).Select(static one => one.Manager).ToList() switch
        {
            [var only] => only,
            [] => throw new InvalidOperationException($"The SockJS endpoint {typeof(TEndpoint)} is not mapped."),
            var several => throw new InvalidOperationException(
                $"The SockJS endpoint {typeof(TEndpoint)} is mapped {several.Count} times, and each has a session manager of its own: ask for one of them by its prefix."),
        };

    /// <summary>Returns the manager that a service key means.</summary>
    /// <exception cref="InvalidOperationException">The key is no prefix of an endpoint.</exception>
    public SockJSSessionManager OfKey(object? key) => key is string prefix
        ? At(prefix)
        : throw new InvalidOperationException($"The key of a session manager is the prefix of its endpoint, and no {key?.GetType().ToString() ?? "null"}.");
}
