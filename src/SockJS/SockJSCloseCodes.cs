namespace SockJS;

/// <summary>The close codes that this library sends of its own accord.</summary>
public static class SockJSCloseCodes
{
    /// <summary>1000 "Normal closure": the handler has ended, or closed the connection without a code.</summary>
    public const int Normal = 1000;

    /// <summary>1002 "Connection interrupted": a handler that was written for other connections aborted its own; or a WebSocket that breaks RFC 6455.</summary>
    public const int Interrupted = 1002;

    /// <summary>1005: the client closed its WebSocket without a code. Never sent.</summary>
    internal const int NoStatus = 1005;

    /// <summary>1006: there was no close frame. Never sent.</summary>
    internal const int Abnormal = 1006;

    /// <summary>1007 "Invalid UTF-8": a WebSocket message is not text.</summary>
    public const int InvalidUtf8 = 1007;

    /// <summary>1009 "Message too big": a WebSocket message is larger than <see cref="SockJSOptions.MaxMessageSize"/>.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>2010 "Another connection still open": the session has a receiver already; sent to the newcomer only.</summary>
    public const int AnotherConnectionOpen = 2010;

    /// <summary>3000 "No response from heartbeat" or "Broken framing."; applications use it for "Go away!".</summary>
    public const int GoAway = 3000;

    /// <summary>3001 "Server is shutting down", unless <see cref="SockJSOptions.ShutdownCode"/> is another.</summary>
    public const int ShuttingDown = 3001;

    /// <summary>3008 "Too slow": a broadcast found the client's send buffer full (<see cref="SlowClientPolicy"/>).</summary>
    public const int TooSlow = 3008;

    /// <summary>4400 "Invalid message": a message was no JSON, its payload had another form (<see cref="SockJSOptions.InvalidMessages"/>), or it is not in the <see cref="SockJSByteEncoding"/> of its endpoint.</summary>
    public const int InvalidMessage = 4400;

    /// <summary>4401 "Authentication expired": the user's ticket has run out (<see cref="EndpointOptions.CloseOnAuthenticationExpiration"/>).</summary>
    public const int AuthenticationExpired = 4401;

    /// <summary>4404 "Unknown message": no handler takes messages of that name (<see cref="SockJSOptions.InvalidMessages"/>).</summary>
    public const int UnknownMessage = 4404;

    /// <summary>4429 "Too many messages": the client sends faster than it may (<see cref="EndpointOptions.MessagesPerSecond"/>).</summary>
    public const int TooManyMessages = 4429;

    /// <summary>4500 "Internal error": a handler threw an exception.</summary>
    public const int HandlerFailed = 4500;
}
