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

    /// <summary>
    /// The broadcast waits for room, up to <see cref="EndpointOptions.SlowClientTimeout"/>; then the connection is closed with code 3008. It is
    /// closed at once where as many broadcasts wait already as the buffer holds messages or bytes. No other connection waits.
    /// </summary>
    Wait,

    /// <summary>
    /// A message that was sent with a key (<see cref="ISockJSAudience.WithKey"/>) takes the place of the one that waits with the same key.
    /// Where there is no room even so, the connection is closed with code 3008.
    /// </summary>
    /// <remarks>Messages with keys leave after those without, which may have been sent later.</remarks>
    Coalesce,
}
