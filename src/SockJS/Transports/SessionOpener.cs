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
                RefuseAsTooMany(http, sessions.Context.Options);
                return false;
            default:
                Refuse(http, StatusCodes.Status503ServiceUnavailable);
                return false;
        }
    }

    /// <summary>Opens a session in a place that was taken.</summary>
    public static Session Open(HttpContext http, SessionTable sessions, SockJSTransports transport, string? key, byte[]? proof, SessionPlace? place)
    {
        try
        {
            var session = sessions.Open(place, key, transport, http.User, ClientSnapshot.Of(http), proof);
            if (key is not null)
                FallbackWatch.SessionOpened(http, sessions, transport);
            return session;
        }
        catch
        {
            sessions.Limits.Return(place);
            throw;
        }
    }

    /// <summary>Answers with a status, unless the answer is a stream that has begun before its session went away: that can only end.</summary>
    public static void Refuse(HttpContext http, int status)
    {
        if (!http.Response.HasStarted)
            http.Response.StatusCode = status;
    }

    // After this time a session whose client went away without a word has ended.
    private static void RefuseAsTooMany(HttpContext http, SockJSOptions options)
    {
        if (!http.Response.HasStarted)
            http.Response.Headers.RetryAfter = Math.Ceiling(options.DisconnectDelay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Refuse(http, StatusCodes.Status429TooManyRequests);
    }
}
