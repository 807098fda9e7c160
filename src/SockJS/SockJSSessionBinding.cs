namespace SockJS;

/// <summary>What a request has to have in common with the one that opened a session, to be answered by it.</summary>
public enum SockJSSessionBinding
{
    /// <summary>The authenticated user. A session that nobody in particular opened answers whoever knows its id and is not authenticated.</summary>
    User,

    /// <summary>The user, and a cookie of 128 random bits that the first answer of the endpoint sets: the session stays with its browser.</summary>
    /// <remarks>Clients that keep no cookies can only use WebSocket then.</remarks>
    UserAndCookie,
}
