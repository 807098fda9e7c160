using SockJS.Generators.Helpers;

namespace SockJS.Generators.Model;

/// <summary>A method that generated code calls.</summary>
internal sealed record HandlerModel
{
    public required HandlerKind Kind { get; init; }

    /// <summary>Gets the name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the name of the messages or of the event; <see langword="null"/> for all others.</summary>
    public string? Message { get; init; }

    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>Gets what the parameters take: of a message nothing, a single one all of it, several its members; of an event its arguments.</summary>
    public EquatableArray<PayloadModel> Payloads { get; init; }

    public required ResultModel Result { get; init; }
}

/// <summary>What a method handles.</summary>
internal enum HandlerKind
{
    Open,
    Message,
    Close,
    Connect,
    Event,
    AnyEvent,
    Disconnect,
}
