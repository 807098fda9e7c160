namespace SockJS;

/// <summary>Whether a cookie is set for load balancers that keep a client on one server only where they see one.</summary>
public enum SockJSCookieMode
{
    /// <summary>No cookie.</summary>
    None,

    /// <summary>Every session URL sets <c>JSESSIONID</c>: the client's own value, else <c>dummy</c>; and <c>/info</c> says that cookies are needed.</summary>
    JSessionId,
}
