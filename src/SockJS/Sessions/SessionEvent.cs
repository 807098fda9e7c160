namespace SockJS.Sessions;

/// <summary>What a session manager is told of a session, in the order in which it may happen.</summary>
[Flags]
internal enum SessionEvent
{
    None = 0,
    Created = 1,
    Opened = 2,
    Expired = 4,
    Removed = 8,
}
