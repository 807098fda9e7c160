using System.ComponentModel;
using System.Text.Json.Serialization;
using SockJS.Dispatch;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>What an endpoint class consists of, written down by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
/// <param name="prefix">The prefix of the attribute, or the topic of a channel.</param>
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
    /// <summary>Gets a value indicating whether <c>onOpen</c> sends a sequence, beside the messages that follow.</summary>
    public bool OpensStream { get; init; }

    /// <summary>Gets the context that the attribute names.</summary>
    public JsonSerializerContext? JsonContext { get; init; }

    /// <summary>Gets a value indicating whether the context has settings of its own, which are kept then.</summary>
    public bool KeepsJsonOptions { get; init; }

    /// <summary>Gets the member of messages that holds their name.</summary>
    public string TypeProperty { get; init; } = "type";

    /// <summary>Gets the member of messages that holds their payload.</summary>
    public string DataProperty { get; init; } = "data";

    /// <summary>Gets a value indicating whether the members of payloads stand beside the name.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Gets the implementation of the client interface that the attribute names.</summary>
    public ClientInterface? Client { get; init; }

    /// <summary>Gets what takes the session manager that the attribute names from services, or makes it.</summary>
    public Func<IServiceProvider, SockJSSessionManager>? Manager { get; init; }

    internal string Prefix { get; } = prefix;

    internal IReadOnlyList<object> Metadata { get; } = metadata ?? [];

    internal MessageShape Shape => new(TypeProperty, DataProperty, IsFlat);

    /// <summary>Resolves what the handlers need, once for the endpoint.</summary>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for a type.</exception>
    internal EndpointHandlers<T> Build(MessageFormat format)
    {
        var routes = new MessageRoutes<T>(format);
        messages?.Invoke(routes);
        Client?.CheckTypes(format);
        return new EndpointHandlers<T>
        {
            Create = create,
            OnOpen = onOpen,
            OpensStream = OpensStream,
            OnText = routes.OnText,
            Router = routes.Build(),
            OnClose = onClose,
        };
    }
}
