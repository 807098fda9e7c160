namespace SockJS.Payloads;

/// <summary>What is wrong with a message.</summary>
internal enum InvalidMessageKind
{
    /// <summary>It is no JSON, or no object with a name.</summary>
    NoEnvelope,

    /// <summary>No handler has its name.</summary>
    UnknownName,

    /// <summary>The payload is not what the handler takes.</summary>
    WrongPayload,
}
