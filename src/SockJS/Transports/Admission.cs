using Microsoft.AspNetCore.Http;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>
/// Asks the session manager before a session is opened. Meanwhile the session has its place, so that no limit is exceeded, and other requests
/// with its id wait, so that there is only one.
/// </summary>
internal sealed class Admission(
    HttpContext http, SessionTable sessions, SockJSTransports transport, SockJSSessionManager manager, byte[]? proof)
{
    /// <summary>Opens a session, or finds the one that another request opened meanwhile.</summary>
    /// <param name="key">The session id that the client chose; <see langword="null"/> where nobody else can join.</param>
    public async ValueTask<SessionOpening> OpenAsync(string? key)
    {
        if (key is null)
            return await AskAsync(key).ConfigureAwait(false);
        while (!sessions.Claims.TryClaim(key, out var released))
        {
            await released.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (http.RequestAborted.IsCancellationRequested)
                return default;
        }

        try
        {
            return sessions.TryFind(key, out var session) ? new SessionOpening(session) : await AskAsync(key).ConfigureAwait(false);
        }
        finally
        {
            sessions.Claims.Release(key);
        }
    }

    private async ValueTask<SessionOpening> AskAsync(string? key)
    {
        var user = SessionUser.IdOf(http.User);
        if (!SessionOpener.TryTakePlace(http, sessions, out var place))
            return default;
        var isTaken = true;
        try
        {
            var admission = await manager.AdmitAsync(new SockJSAdmissionContext(http, transport)).ConfigureAwait(false);
            if (!admission.IsAccepted)
                return await RefuseAsync(admission).ConfigureAwait(false);
            // Who the user is may have been found out just now, and the endpoint drained meanwhile.
            if (sessions.IsDraining || SessionUser.IdOf(http.User) != user)
            {
                Return();
                if (!SessionOpener.TryTakePlace(http, sessions, out place))
                    return default;
                isTaken = true;
            }

            isTaken = false;
            return new SessionOpening(SessionOpener.Open(http, sessions, transport, key, proof, place));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client did not wait for the answer.
            return default;
        }
        catch (Exception exception)
        {
            return Fail(exception);
        }
        finally
        {
            if (isTaken)
                Return();
        }

        void Return()
        {
            isTaken = false;
            sessions.Limits.Return(place);
        }
    }

    private async ValueTask<SessionOpening> RefuseAsync(SockJSAdmission admission)
    {
        // A stream that has begun before its session went away can only end.
        if (admission.Result is { } result && !http.Response.HasStarted)
            await result.ExecuteAsync(http).ConfigureAwait(false);
        sessions.NoteRefusal(SessionRefusal.Manager);
        return admission.Reason is { } reason ? new SessionOpening(null, Frame.Close(admission.Code, reason)) : default;
    }

    private SessionOpening Fail(Exception exception)
    {
        sessions.NoteFailedAdmission(exception);
        if (!http.Response.HasStarted)
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return default;
    }
}
