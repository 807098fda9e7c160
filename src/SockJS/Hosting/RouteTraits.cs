namespace SockJS.Hosting;

/// <summary>What the protocol asks of a URL.</summary>
[Flags]
internal enum RouteTraits
{
    None = 0,

    /// <summary>Server and session stand in front of its name.</summary>
    Session = 1,

    /// <summary>Its name is any that an iframe page may have.</summary>
    IframePage = 2,

    /// <summary>Only pages of allowed origins may ask for it.</summary>
    ChecksOrigin = 4,

    /// <summary>Its answers carry CORS headers.</summary>
    Cors = 8,

    /// <summary>It answers preflights, which are requests with the method OPTIONS.</summary>
    Preflight = 16,

    /// <summary>Its answers must not be cached.</summary>
    NoCache = 32,

    /// <summary>It sets the cookie, where there is one.</summary>
    Cookie = 64,

    /// <summary>Its requests may last as long as the client.</summary>
    Long = 128,

    /// <summary>It may become a WebSocket.</summary>
    WebSocket = 256,
}
