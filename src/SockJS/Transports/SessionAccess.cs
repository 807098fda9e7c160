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
    public static SockJSSession? Find(HttpContext http, SessionTable sessions)
        => sessions.TryFind(KeyOf(http), out var session)
            && SessionProof.TryMake(http, SockJSSessionContext.OptionsOf(sessions), opens: false, out var proof)
            && IsAnswered(http, session, proof, sessions.Context.Options)
            ? (SockJSSession)session
            : null;

    /// <summary>Finds the session of a request that receives, or opens it.</summary>
    public static async ValueTask<SessionOpening> FindOrOpenAsync(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var key = KeyOf(http);
        var options = SockJSSessionContext.OptionsOf(sessions);
        var opens = !sessions.TryFind(key, out var session);
        if (SessionProof.TryMake(http, options, opens, out var proof))
        {
            var opening = opens ? await OpenAsync(http, sessions, transport, key, proof).ConfigureAwait(false) : new SessionOpening(session);
            if (opening.Session is null || IsAnswered(http, opening.Session, proof, options))
                return opening;
        }

        SessionOpener.Refuse(http, StatusCodes.Status404NotFound);
        return default;
    }

    /// <summary>Opens a session that no other request can join.</summary>
    public static async ValueTask<SessionOpening> OpenAsync(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var opening = await OpenAsync(http, sessions, transport, key: null, proof: null).ConfigureAwait(false);
        if (opening.Session is { } session)
            Renew(http, session, sessions.Context.Options);
        return opening;
    }

    private static ValueTask<SessionOpening> OpenAsync(
        HttpContext http, SessionTable sessions, SockJSTransports transport, string? key, byte[]? proof)
        => sessions.Context.Manager is { } manager
            ? new Admission(http, sessions, transport, manager, proof).OpenAsync(key)
            : new(SessionOpener.TryOpen(http, sessions, transport, key, proof));

    // A request that a session answers is the newest word on its user.
    private static bool IsAnswered(HttpContext http, Session session, byte[]? proof, EndpointOptions options)
    {
        if (!session.Answers(http.User, proof))
            return false;
        Renew(http, session, options);
        return true;
    }

    private static void Renew(HttpContext http, Session session, EndpointOptions options)
        => session.Renew(http.User, options.CloseOnAuthenticationExpiration ? ExpiryOf(http) : null);

    private static DateTimeOffset? ExpiryOf(HttpContext http)
        => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

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
