using System.Text.Json.Serialization;
using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A namespace that is to be mapped.</summary>
internal sealed record NamespaceRegistration
{
    /// <summary>Gets the name, with its slash; or a pattern, which has parameters such as <c>{id}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what makes the application's code for the namespace, once it is known how its arguments look.</summary>
    public required Func<NamespaceContext, ArgumentFormat, INamespaceHandler> CreateHandler { get; init; }

    /// <summary>Gets the class that handles the namespace, if one does.</summary>
    public Type? Type { get; init; }

    /// <summary>Gets the metadata of the arguments' types.</summary>
    public JsonSerializerContext? JsonContext { get; init; }

    /// <summary>Gets a value indicating whether the context has settings of its own, which are kept then.</summary>
    public bool KeepsJsonOptions { get; init; }

    /// <summary>Gets what runs when a client joins, in order.</summary>
    public IReadOnlyList<ISocketIOConnectionFilter> ConnectionFilters { get; init; } = [];

    /// <summary>Gets what runs before those, also for a client that comes back and is spared them.</summary>
    public IReadOnlyList<ISocketIOConnectionFilter> Guards { get; init; } = [];

    /// <summary>Gets what runs for each event, in order.</summary>
    public IReadOnlyList<ISocketIOEventFilter> EventFilters { get; init; } = [];
}
