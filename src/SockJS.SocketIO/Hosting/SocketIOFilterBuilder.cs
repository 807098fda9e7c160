using Microsoft.Extensions.DependencyInjection;

namespace SockJS.SocketIO.Hosting;

/// <summary>Collects what runs before the code of namespaces. Filters run in the order in which they are added.</summary>
/// <typeparam name="TSelf">The builder that derives from it.</typeparam>
public abstract class SocketIOFilterBuilder<TSelf>
    where TSelf : SocketIOFilterBuilder<TSelf>
{
    private readonly List<ISocketIOConnectionFilter> _connectionFilters = [];
    private readonly List<ISocketIOEventFilter> _eventFilters = [];

    private protected SocketIOFilterBuilder(IServiceProvider services) => Services = services;

    /// <summary>Gets the services of the application.</summary>
    public IServiceProvider Services { get; }

    internal IReadOnlyList<ISocketIOConnectionFilter> ConnectionFilters => _connectionFilters;

    internal IReadOnlyList<ISocketIOEventFilter> EventFilters => _eventFilters;

    /// <summary>Adds a filter that runs when a client joins.</summary>
    /// <param name="filter">The filter.</param>
    public TSelf Use(ISocketIOConnectionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _connectionFilters.Add(filter);
        return (TSelf)this;
    }

    /// <summary>Adds a filter that runs when a client joins, and may refuse it by <see cref="SocketIORefusedException"/>.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public TSelf Use(Func<SocketIOSocket, Func<ValueTask>, ValueTask> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Use(new DelegateConnectionFilter(filter));
    }

    /// <summary>Adds a filter that runs when a client joins, and is a service of the application.</summary>
    /// <typeparam name="TFilter">
    /// The service. It is asked for each time, and comes from a scope that lasts until it has returned, what it goes on with included.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public TSelf Use<TFilter>()
        where TFilter : class, ISocketIOConnectionFilter
        => Use(new ServiceConnectionFilter<TFilter>(ScopesOf<TFilter>()));

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter.</param>
    public TSelf UseEvents(ISocketIOEventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _eventFilters.Add(filter);
        return (TSelf)this;
    }

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public TSelf UseEvents(Func<SocketIOEventContext, Func<ValueTask>, ValueTask> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return UseEvents(new DelegateEventFilter(filter));
    }

    /// <summary>Adds a filter that runs for each event of a client, and is a service of the application.</summary>
    /// <typeparam name="TFilter">
    /// The service. It is asked for each time, and comes from a scope that lasts until it has returned, what it goes on with included.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public TSelf UseEvents<TFilter>()
        where TFilter : class, ISocketIOEventFilter
        => UseEvents(new ServiceEventFilter<TFilter>(ScopesOf<TFilter>()));

    // Whoever forgets to add it learns so when the application starts, and not from a client.
    private IServiceScopeFactory ScopesOf<TFilter>()
        => Services.GetService<IServiceProviderIsService>()?.IsService(typeof(TFilter)) == false
            ? throw new InvalidOperationException($"The filter {typeof(TFilter)} is no service of the application. Add it to builder.Services.")
            : Services.GetRequiredService<IServiceScopeFactory>();
}
