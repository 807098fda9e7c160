using System.ComponentModel;
using SockJS.Dispatch;

namespace SockJS.SourceGeneration;

/// <summary>What an endpoint class consists of, written down by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
/// <param name="prefix">The prefix of the attribute.</param>
/// <param name="create">Builds the handler of one connection from the services of its scope.</param>
/// <param name="messages">Adds the message handlers.</param>
/// <param name="onOpen">Calls the <see cref="OnOpenAttribute"/> method.</param>
/// <param name="onClose">Calls the <see cref="OnCloseAttribute"/> method.</param>
/// <param name="metadata">The other attributes of the class, which become metadata of all its routes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointDescriptor<T>(
    string prefix,
    Func<SockJSConnection, IServiceProvider, T> create,
    Action<MessageRoutes<T>>? messages = null,
    Func<T, SockJSConnection, IServiceProvider, ValueTask>? onOpen = null,
    Func<T, SockJSConnection, IServiceProvider, SockJSCloseReason, ValueTask>? onClose = null,
    IReadOnlyList<object>? metadata = null)
    where T : class
{
    internal string Prefix { get; } = prefix;

    internal IReadOnlyList<object> Metadata { get; } = metadata ?? [];

    /// <summary>Resolves what the handlers need once, and returns the factory of a connection's dispatcher.</summary>
    internal Func<SockJSConnection, IServiceProvider, IMessageDispatcher> Build()
    {
        var routes = new MessageRoutes<T>();
        messages?.Invoke(routes);
        return (connection, services) => new HandlerDispatcher<T>(create, onOpen, routes.TextHandler, onClose, connection, services);
    }
}
