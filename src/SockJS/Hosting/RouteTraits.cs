namespace SockJS.Hosting;

/// <summary>What the protocol asks of a URL.</summary>
[Flags]
internal enum RouteTraits
{
    None = 0,

    /// <summary>Only pages of allowed origins may ask for it.</summary>
    ChecksOrigin = 1,

    /// <summary>Its answers carry CORS headers; a preflight is answered where its methods list OPTIONS.</summary>
    Cors = 2,

    /// <summary>Its answers must not be cached.</summary>
    NoCache = 4,

    /// <summary>It sets the cookie, where there is one.</summary>
    Cookie = 8,

    /// <summary>Its requests may last as long as the client.</summary>
    IsLong = 16,
}
