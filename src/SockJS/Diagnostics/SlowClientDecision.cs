namespace SockJS.Diagnostics;

/// <summary>What became of a broadcast to a client that had no room for it.</summary>
internal enum SlowClientDecision
{
    Closed,
    DroppedNewest,
    DroppedOldest,
    Waited,

    /// <summary>It took the place of the message that waited with the same key.</summary>
    Coalesced,

    /// <summary>It waited too long, and the client was closed.</summary>
    WaitTimedOut,
}
