using System.Globalization;
using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>Opens sessions for requests, within the limits of the endpoint.</summary>
internal static class SessionOpener
{
    /// <summary>Opens a session, or answers why there is none.</summary>
    public static SessionOpening TryOpen(HttpContext http, SessionTable sessions, SockJSTransports transport, string? key, byte[]? proof)
        => TryTakePlace(http, sessions, out var place) ? new SessionOpening(Open(http, sessions, transport, key, proof, place)) : default;

    /// <summary>Takes a place, or answers why there is none.</summary>
    public static bool TryTakePlace(HttpContext http, SessionTable sessions, out SessionPlace? place)
    {
        switch (sessions.TryTakePlace(SessionUser.IdOf(http.User), http.Connection.RemoteIpAddress, out place))
        {
            case SessionRefusal.None:
                return true;
            case SessionRefusal.UserLimit or SessionRefusal.AddressLimit:
                RefuseAsTooMany(http, sessions.Context.Afterlife);
                return false;
            default:
                Refuse(http, StatusCodes.Status503ServiceUnavailable);
                return false;
        }
    }

    /// <summary>Opens a session in a place that was taken.</summary>
    public static Session Open(HttpContext http, SessionTable sessions, SockJSTransports transport, string? key, byte[]? proof, SessionPlace? place)
    {
        SockJSClientInfo client;
        try
        {
            client = ClientSnapshot.Of(http);
        }
        catch
        {
            sessions.Limits.Return(place);
            throw;
        }

        // From here on the place is the session's, which returns it when it ends, whatever else fails.
        var session = sessions.Open(place, key, transport, http.User, client, proof);
        if (key is not null)
            FallbackWatch.SessionOpened(http, sessions, transport);
        return session;
    }

    /// <summary>Answers with a status, unless the answer is a stream that has begun before its session went away: that can only end.</summary>
    public static void Refuse(HttpContext http, int status)
    {
        if (!http.Response.HasStarted)
            http.Response.StatusCode = status;
    }

    private static void RefuseAsTooMany(HttpContext http, TimeSpan afterlife)
    {
        if (!http.Response.HasStarted)
            http.Response.Headers.RetryAfter = Math.Ceiling(afterlife.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Refuse(http, StatusCodes.Status429TooManyRequests);
    }
}
