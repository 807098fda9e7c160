using System.Text.Json.Serialization;
using SockJS.SocketIO.Namespaces;

namespace SockJS.SocketIO.Hosting;

/// <summary>Says how a namespace is handled, by delegates.</summary>
public sealed class SocketIONamespaceBuilder
{
    internal SocketIONamespaceBuilder(string name) => Name = name;

    /// <summary>Gets the name of the namespace, or its pattern.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the context that knows the types of arguments.</summary>
    /// <value>The default is <see langword="null"/>: metadata comes from the JSON options of the endpoint and of the application.</value>
    public JsonSerializerContext? JsonContext { get; set; }

    /// <summary>Adds a filter that runs when a client joins.</summary>
    /// <param name="filter">The filter.</param>
    public SocketIONamespaceBuilder Use(ISocketIOConnectionFilter filter) => throw new NotImplementedException();

    /// <summary>Adds a filter that runs when a client joins, and may refuse it by <see cref="SocketIORefusedException"/>.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public SocketIONamespaceBuilder Use(Func<SocketIOSocket, Func<ValueTask>, ValueTask> filter) => throw new NotImplementedException();

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter.</param>
    public SocketIONamespaceBuilder UseEvents(ISocketIOEventFilter filter) => throw new NotImplementedException();

    /// <summary>Adds a filter that runs for each event of a client.</summary>
    /// <param name="filter">The filter; it calls what goes on with the next.</param>
    public SocketIONamespaceBuilder UseEvents(Func<SocketIOEventContext, Func<ValueTask>, ValueTask> filter) => throw new NotImplementedException();

    /// <summary>Sets what is called when a client joins. It may refuse it by <see cref="SocketIORefusedException"/>.</summary>
    /// <param name="handler">The handler.</param>
    public SocketIONamespaceBuilder OnConnect(Func<SocketIOSocket, ValueTask> handler) => throw new NotImplementedException();

    /// <summary>Sets what is called when a client is there no more; its rooms are still known.</summary>
    /// <param name="handler">The handler.</param>
    public SocketIONamespaceBuilder OnDisconnect(Func<SocketIOSocket, SocketIODisconnectReason, ValueTask> handler) => throw new NotImplementedException();

    /// <summary>Sets what is called for an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="handler">The handler; it need not answer.</param>
    /// <exception cref="ArgumentException">The name is reserved, or has a handler already.</exception>
    public SocketIONamespaceBuilder On(string name, Func<SocketIOSocket, SocketIOArguments, SocketIOAck, ValueTask> handler) => throw new NotImplementedException();

    /// <summary>Sets what is called for an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="handler">The handler.</param>
    /// <exception cref="ArgumentException">The name is reserved, or has a handler already.</exception>
    public SocketIONamespaceBuilder On(string name, Func<SocketIOSocket, SocketIOArguments, ValueTask> handler) => throw new NotImplementedException();

    /// <summary>Sets what is called for events that have no handler of their own.</summary>
    /// <param name="handler">The handler; it is given the name of the event as well.</param>
    public SocketIONamespaceBuilder OnAny(Func<SocketIOSocket, string, SocketIOArguments, SocketIOAck, ValueTask> handler) => throw new NotImplementedException();

    internal NamespaceRegistration Build() => throw new NotImplementedException();
}
