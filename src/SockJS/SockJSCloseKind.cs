namespace SockJS;

/// <summary>What ended a connection.</summary>
public enum SockJSCloseKind
{
    /// <summary>The application closed it, or its handler returned.</summary>
    ServerClosed,

    /// <summary>The client closed its WebSocket in order.</summary>
    ClientClosed,

    /// <summary>The client's receiving request or socket broke off. This is also how a client closes an HTTP transport.</summary>
    Lost,

    /// <summary>No receiver came back within <see cref="SockJSOptions.DisconnectDelay"/>, or the session manager expired the session.</summary>
    TimedOut,

    /// <summary>The WebSocket ping was not answered within <see cref="SockJSOptions.PongTimeout"/>.</summary>
    NoPong,

    /// <summary>The client read too slowly: its send buffer overflowed, or a write took longer than <see cref="EndpointOptions.SendTimeout"/>.</summary>
    TooSlow,

    /// <summary>The client broke the protocol or a limit.</summary>
    ProtocolError,

    /// <summary>The handler threw an exception.</summary>
    HandlerFailed,

    /// <summary>The host is shutting down, or the session manager drains the endpoint.</summary>
    ShuttingDown,

    /// <summary>
    /// A message could not be understood, and <see cref="SockJSOptions.InvalidMessages"/> is <see cref="SockJSErrorPolicy.Close"/>; or it is not
    /// in the <see cref="SockJSByteEncoding"/> of its endpoint.
    /// </summary>
    InvalidMessage,

    /// <summary>The ticket of the user has run out, and <see cref="EndpointOptions.CloseOnAuthenticationExpiration"/> is set.</summary>
    AuthenticationExpired,

    /// <summary>The client sent more messages than it may, and <see cref="EndpointOptions.MessageLimitPolicy"/> is <see cref="MessageLimitPolicy.Close"/>.</summary>
    TooManyMessages,
}
