using System.Text.Json.Serialization;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Hosting;

/// <summary>Says how a namespace is handled, by delegates.</summary>
public sealed class SocketIONamespaceBuilder : SocketIOFilterBuilder<SocketIONamespaceBuilder>
{
    private readonly DelegateRoutes _routes = new();

    internal SocketIONamespaceBuilder(string name, IServiceProvider services)
        : base(services) => Name = name;

    /// <summary>Gets the name of the namespace, or its pattern.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the context that knows the types of arguments.</summary>
    /// <value>The default is <see langword="null"/>: metadata comes from the JSON options of the endpoint and of the application.</value>
    public JsonSerializerContext? JsonContext { get; set; }

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

    internal NamespaceRegistration Build() => new()
    {
        Name = Name.StartsWith('/') ? Name : "/" + Name,
        JsonContext = JsonContext,
        CreateHandler = (context, format) => new DelegateHandler(_routes, format, EventRefusals.Of(context)),
        ConnectionFilters = ConnectionFilters,
        EventFilters = EventFilters,
    };
}
