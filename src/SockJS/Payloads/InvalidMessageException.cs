namespace SockJS.Payloads;

/// <summary>A message cannot be understood. Thrown before a handler runs, so that nothing of the message has happened yet.</summary>
internal sealed class InvalidMessageException(InvalidMessageKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Makes an exception of one that a reader threw, with its text.</summary>
    public InvalidMessageException(InvalidMessageKind kind, Exception cause)
        : this(kind, cause.Message, cause)
    {
    }

    public InvalidMessageKind Kind => kind;
}
