namespace SockJS.Payloads;

/// <summary>A message cannot be understood. Thrown before a handler runs, so that nothing of the message has happened yet.</summary>
internal sealed class InvalidMessageException(InvalidMessageKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public InvalidMessageKind Kind => kind;
}
