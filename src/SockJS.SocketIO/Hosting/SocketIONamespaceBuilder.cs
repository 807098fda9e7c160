using System.Text.Json.Serialization;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Hosting;

/// <summary>Says how a namespace is handled, by delegates.</summary>
public sealed class SocketIONamespaceBuilder
{
    private readonly List<ISocketIOConnectionFilter> _connectionFilters = [];
    private readonly List<ISocketIOEventFilter> _eventFilters = [];
    private readonly DelegateRoutes _routes = new();

    internal SocketIONamespaceBuilder(string name) => Name = name;

    /// <summary>Gets the name of the namespace, or its pattern.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the context that knows the types of arguments.</summary>
    /// <value>The default is <see langword="null"/>: metadata comes from the JSON options of the endpoint and of the application.</value>
    public JsonSerializerContext? JsonContext { get; set; }

    /// <summary>Adds a filter that runs when a client joins.</summary>
    /// <param name="filter">The filter.</param>
    public SocketIONamespaceBuilder Use(ISocketIOConnectionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _connectionFilters.Add(filter);
        return this;
    }

    /// <summary>Adds a filter that runs when a client joins, and may refuse it by <see cref="SocketIORefusedException"/>.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public SocketIONamespaceBuilder Use(Func<SocketIOSocket, Func<ValueTask>, ValueTask> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Use(new DelegateConnectionFilter(filter));
    }

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter.</param>
    public SocketIONamespaceBuilder UseEvents(ISocketIOEventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _eventFilters.Add(filter);
        return this;
    }

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public SocketIONamespaceBuilder UseEvents(Func<SocketIOEventContext, Func<ValueTask>, ValueTask> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return UseEvents(new DelegateEventFilter(filter));
    }

    /// <summary>Sets what is called when a client joins. It may refuse it by <see cref="SocketIORefusedException"/>.</summary>
    /// <param name="handler">The handler; the client is told that it has joined when it has ended.</param>
    public SocketIONamespaceBuilder OnConnect(Func<SocketIOSocket, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _routes.OnConnect = handler;
        return this;
    }

    /// <summary>Sets what is called when a client is there no more; its rooms are still known.</summary>
    /// <param name="handler">The handler.</param>
    public SocketIONamespaceBuilder OnDisconnect(Func<SocketIOSocket, SocketIODisconnectReason, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _routes.OnDisconnect = handler;
        return this;
    }

    /// <summary>Sets what is called for an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="handler">The handler; it need not answer.</param>
    /// <exception cref="ArgumentException">The name is reserved, or has a handler already.</exception>
    public SocketIONamespaceBuilder On(string name, Func<SocketIOSocket, SocketIOArguments, SocketIOAck, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(handler);
        if (ReservedEvents.Contains(name))
            throw new ArgumentException($"\"{name}\" is a name that Socket.IO has reserved for itself.", nameof(name));
        if (!_routes.Events.TryAdd(name, handler))
            throw new ArgumentException($"The event \"{name}\" has a handler already.", nameof(name));
        return this;
    }

    /// <summary>Sets what is called for an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="handler">The handler.</param>
    /// <exception cref="ArgumentException">The name is reserved, or has a handler already.</exception>
    public SocketIONamespaceBuilder On(string name, Func<SocketIOSocket, SocketIOArguments, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return On(name, (socket, arguments, _) => handler(socket, arguments));
    }

    /// <summary>Sets what is called for events that have no handler of their own.</summary>
    /// <param name="handler">The handler; it is given the name of the event as well.</param>
    public SocketIONamespaceBuilder OnAny(Func<SocketIOSocket, string, SocketIOArguments, SocketIOAck, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _routes.OnAny = handler;
        return this;
    }

    private static EventRefusals RefusalsOf(NamespaceContext context)
        => new(context.DispatchLogger, context.Time, context.Metrics, context.Options.CloseOnInvalidEvents);

    internal NamespaceRegistration Build()
    {
        var registration = new NamespaceRegistration
        {
            Name = Name.StartsWith('/') ? Name : "/" + Name,
            JsonContext = JsonContext,
            CreateHandler = (context, format) => new DelegateNamespaceHandler(_routes, format, RefusalsOf(context)),
        };
        registration.ConnectionFilters.AddRange(_connectionFilters);
        registration.EventFilters.AddRange(_eventFilters);
        return registration;
    }
}
