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
        => sessions.TryFind(KeyOf(http), out var session) && session.UserId == SessionUser.IdOf(http.User) ? session : null;

    /// <summary>Finds the session of a request that receives, or opens it.</summary>
    public static async ValueTask<SessionOpening> FindOrOpenAsync(HttpContext http, SessionTable sessions, SockJSTransports transport)
    {
        var key = KeyOf(http);
        var opening = sessions.TryFind(key, out var session)
            ? new SessionOpening(session)
            : await OpenAsync(http, sessions, transport, key).ConfigureAwait(false);
        if (opening.Session is null || opening.Session.UserId == SessionUser.IdOf(http.User))
            return opening;
        SessionOpener.Refuse(http, StatusCodes.Status404NotFound);
        return default;
    }

    /// <summary>Opens a session that no other request can join.</summary>
    public static ValueTask<SessionOpening> OpenAsync(HttpContext http, SessionTable sessions, SockJSTransports transport)
        => OpenAsync(http, sessions, transport, key: null);

    private static ValueTask<SessionOpening> OpenAsync(HttpContext http, SessionTable sessions, SockJSTransports transport, string? key)
        => sessions.Context.Manager is { } manager
            ? new Admission(http, sessions, transport, manager).OpenAsync(key)
            : new(SessionOpener.TryOpen(http, sessions, transport, key));

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
