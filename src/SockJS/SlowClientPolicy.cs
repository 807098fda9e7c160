namespace SockJS;

/// <summary>What a broadcast does with a connection whose send buffer is full.</summary>
public enum SlowClientPolicy
{
    /// <summary>The connection is closed with code 3008, "Too slow".</summary>
    Close,

    /// <summary>The connection does not get this message.</summary>
    DropNewest,

    /// <summary>The oldest messages that wait for this client are dropped until there is room.</summary>
    DropOldest,
}
