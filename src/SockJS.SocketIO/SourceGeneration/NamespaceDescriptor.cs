using System.ComponentModel;
using System.Text.Json.Serialization;
using SockJS.SocketIO.Dispatch;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.SourceGeneration;

/// <summary>What a namespace class consists of, written down by generated code.</summary>
/// <typeparam name="T">The annotated class.</typeparam>
/// <param name="name">The name of the namespace, or a pattern of names.</param>
/// <param name="create">Builds the instance of one socket from the services of its scope.</param>
/// <param name="handlers">Adds the handlers.</param>
/// <param name="metadata">The other attributes of the class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NamespaceDescriptor<T>(
    string name,
    Func<SocketIOSocket, IServiceProvider, T> create,
    Action<NamespaceHandlers<T>>? handlers = null,
    IReadOnlyList<object>? metadata = null)
    where T : class
{
    /// <summary>Gets the context that the attribute names.</summary>
    public JsonSerializerContext? JsonContext { get; init; }

    /// <summary>Gets a value indicating whether the context has settings of its own, which are kept then.</summary>
    public bool KeepsJsonOptions { get; init; }

    /// <summary>Gets the implementation of the client interface that the attribute names.</summary>
    public EventClient? Client { get; init; }

    internal string Name { get; } = name;

    internal IReadOnlyList<object> Metadata { get; } = metadata ?? [];

    /// <summary>Resolves what the handlers need, once for the namespace.</summary>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for a type.</exception>
    internal SocketHandlers<T> Build(ArgumentFormat format)
    {
        var builder = new NamespaceHandlers<T>(format);
        handlers?.Invoke(builder);
        Client?.Prepare(format);
        return builder.Build(create);
    }
}
