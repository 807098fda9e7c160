namespace SockJS.Generators.Model;

/// <summary>One argument of a call to the user's code.</summary>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Type">The type of a service or of a member.</param>
/// <param name="Key">The key of a keyed service, or the name of a value of a namespace, as an expression.</param>
/// <param name="Name">The parameter, if a parameter before it was left out.</param>
internal sealed record ArgumentModel(ArgumentSource Source, string? Type = null, string? Key = null, string? Name = null)
{
    /// <summary>Gets a value indicating whether a missing service leaves the parameter at its default.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Gets the position of a member of the payload, or of an argument of the event.</summary>
    public int Index { get; init; }
}

/// <summary>Where an argument comes from.</summary>
internal enum ArgumentSource
{
    Connection,
    Closed,
    NoCancellation,
    Services,
    Service,
    Payload,
    Member,
    CloseReason,
    Socket,
    Disconnected,
    Client,
    NamespaceValue,
    Auth,
    EventName,
    EventArgument,
    EventArguments,
    Ack,
}
