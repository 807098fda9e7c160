using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Finds the session that a request means, for the user that opened it.</summary>
internal static class SessionAccess
{
    public const string ServerParameter = "server";
    public const string SessionParameter = "session";

    /// <summary>Finds the session of a request that sends.</summary>
    /// <returns><see langword="null"/> where the client has none, or it is somebody else's: both look the same to the client.</returns>
    public static Session? Find(HttpContext http, SessionTable sessions)
        => sessions.TryFind(KeyOf(http), out var session)
            && SessionProof.TryMake(http, sessions.Context.Options, opens: false, out var proof)
            && IsAnswered(http, session, proof, sessions.Context.Options)
            ? session
            : null;

    /// <summary>Finds the session of a request that receives, or opens it.</summary>
    /// <returns><see langword="null"/> where there is none to be had; the status of the response says why.</returns>
    public static Session? FindOrOpen(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var key = KeyOf(http);
        var opens = !sessions.TryFind(key, out var session);
        var isProven = SessionProof.TryMake(http, sessions.Context.Options, opens, out var proof);
        if (opens && isProven)
        {
            session = Open(http, sessions, transport, key, proof);
            if (session is null)
                return null;
        }

        if (isProven && IsAnswered(http, session!, proof, sessions.Context.Options))
            return session;
        Refuse(http, StatusCodes.Status404NotFound);
        return null;
    }

    /// <summary>Opens a session that no other request can join.</summary>
    /// <inheritdoc cref="FindOrOpen" path="/returns"/>
    public static Session? Open(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var session = Open(http, sessions, transport, key: null, proof: null);
        if (session is not null)
            Renew(http, session, sessions.Context.Options);
        return session;
    }

    // A request that a session answers is the newest word on its user.
    private static bool IsAnswered(HttpContext http, Session session, byte[]? proof, SockJSOptions options)
    {
        if (!session.Answers(http.User, proof))
            return false;
        Renew(http, session, options);
        return true;
    }

    private static void Renew(HttpContext http, Session session, SockJSOptions options)
        => session.Renew(http.User, options.CloseOnAuthenticationExpiration ? ExpiryOf(http) : null);

    private static DateTimeOffset? ExpiryOf(HttpContext http)
        => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

    private static Session? Open(HttpContext http, SessionTable sessions, SockJSTransports transport, string? key, byte[]? proof)
    {
        var session = sessions.Open(key, transport, http.User, ClientSnapshot.Of(http), proof);
        if (session is null)
            Refuse(http, StatusCodes.Status503ServiceUnavailable);
        return session;
    }

    // A stream that has begun before its session went away can only end.
    private static void Refuse(HttpContext http, int status)
    {
        if (!http.Response.HasStarted)
            http.Response.StatusCode = status;
    }

    // Below a prefix with parameters, such as a tenant's, one id may stand for several sessions: the path tells them apart.
    private static string KeyOf(HttpContext http)
    {
        var values = http.Request.RouteValues;
        var session = (string)values[SessionParameter]!;
        if (values.Count == 2)
            return session;
        return $"{EndpointUrl.PathOf(http.Request)}\n{session}";
    }
}
