using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>What both sending URLs do: read the body within its bound, check it, and only then look for the session.</summary>
internal static class PostedPayload
{
    /// <summary>Takes the messages of a request to its session.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sessions">The sessions of the endpoint.</param>
    /// <param name="isForm">Whether the payload is the form field <c>d</c> of the body.</param>
    /// <returns><see langword="false"/> where the request was answered with an error.</returns>
    public static async Task<bool> TryAcceptAsync(HttpContext http, SessionTable sessions, bool isForm)
    {
        var body = default(PooledBuffer);
        try
        {
            if (await BodyReader.TryReadAsync(http, SockJSSessionContext.OptionsOf(sessions).MaxMessageSize).ConfigureAwait(false) is not { } read)
                return await RefuseTooLargeAsync(http, sessions).ConfigureAwait(false);
            body = read;
            if (isForm && !FormPayload.TryExtract(ref body))
                body.Truncate(0);
            return await HandOverAsync(http, sessions, body.WrittenMemory).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server has found the fault, and ends the connection. Thrown on, it would log an error of the application, at any client's will.
            http.Response.StatusCode = exception.StatusCode;
            return false;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client went away in the middle of its request: there is nobody to answer. The server must not try to read the rest.
            http.Abort();
            return false;
        }
        finally
        {
            body.Free();
        }
    }

    private static async Task<bool> HandOverAsync(HttpContext http, SessionTable sessions, ReadOnlyMemory<byte> payload)
    {
        var error = MessageArray.Validate(payload.Span, allowBareString: false, out var count);
        if (error != PayloadError.None)
        {
            Charge(http, sessions);
            await ProtocolError.WriteAsync(http.Response, error).ConfigureAwait(false);
            return false;
        }

        if (SessionAccess.Find(http, sessions) is not { } session)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        if (await session.ReceiveAsync(payload, count).ConfigureAwait(false))
        {
            if (count > 0)
                session.NoteReceived(count, payload.Length);
            return true;
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return false;
    }

    // Who floods a session with what it refuses is limited as well.
    private static void Charge(HttpContext http, SessionTable sessions)
    {
        if (sessions.Context.LimitsMessages)
            SessionAccess.Find(http, sessions)?.Charge();
    }

    private static async Task<bool> RefuseTooLargeAsync(HttpContext http, SessionTable sessions)
    {
        Charge(http, sessions);
        await ProtocolError.WriteAsync(http.Response, StatusCodes.Status413PayloadTooLarge, "Payload too large.").ConfigureAwait(false);
        return false;
    }
}
