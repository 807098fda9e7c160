namespace SockJS.Sessions;

/// <summary>What to do with a message that was read.</summary>
internal enum MessageVerdict
{
    /// <summary>It breaks the protocol, and reading ends.</summary>
    Invalid,

    /// <summary>The session has no use for it.</summary>
    Ignore,

    /// <summary>The session gets it.</summary>
    Deliver,
}
