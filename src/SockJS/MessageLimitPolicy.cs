namespace SockJS;

/// <summary>What becomes of messages of a client that sends more of them than it may.</summary>
public enum MessageLimitPolicy
{
    /// <summary>The connection is closed with code 4429, "Too many messages".</summary>
    Close,

    /// <summary>They are dropped and counted, and the connection goes on. Its client is not told.</summary>
    Drop,

    /// <summary>They wait: the socket is not read, and a POST not answered, until they may pass. Nothing is lost.</summary>
    /// <remarks>
    /// Who waits is looked after about twice a second, so that a burst of less than half a second's messages keeps clients below the rate.
    /// </remarks>
    Wait,
}
