namespace SockJS.Sessions;

/// <summary>Whether and how time ends a session.</summary>
internal enum SweepOutcome : byte
{
    /// <summary>It goes on.</summary>
    GoOn,

    /// <summary>Its client is told, without what still waits for it.</summary>
    Close,

    /// <summary>It ends there and then.</summary>
    End,
}
