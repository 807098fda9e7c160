using Microsoft.AspNetCore.Http;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;
using SockJS.Transports;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The way up over HTTP: a POST whose body is a payload. One at a time; it is answered when its messages are accepted.</summary>
internal static class Post
{
    private static readonly byte[] s_ok = "ok"u8.ToArray();

    public static async Task RunAsync(HttpContext http, EngineSession session, EngineSessionContext context)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!session.TryBeginPost(done.Task))
        {
            // On a socket already, the session does not mind what else its client tries.
            if (!session.TakesSockets)
                session.Break(CloseReasons.TransportError);
            await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
            return;
        }

        try
        {
            await TakeAsync(http, session, context).ConfigureAwait(false);
        }
        finally
        {
            done.SetResult();
        }
    }

    private static async Task TakeAsync(HttpContext http, EngineSession session, EngineSessionContext context)
    {
        // The form of binary payloads that older revisions had.
        if (http.Request.ContentType is { } type && type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            session.Break(CloseReasons.TransportError);
            await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
            return;
        }

        var body = default(PooledBuffer);
        try
        {
            if (await BodyReader.TryReadAsync(http, context.Options.MaxPayload).ConfigureAwait(false) is not { } read)
            {
                session.Break(CloseReasons.TransportError);
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            body = read;
            await new PostedPackets(session, body.Array.AsMemory(0, body.Length)).DeliverAsync().ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server has found the fault, and ends the connection. Thrown on, it would log an error of the application, at any client's will.
            session.Break(CloseReasons.TransportError);
            http.Response.StatusCode = exception.StatusCode;
            return;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client went away in the middle of its request: there is nobody to answer. The server must not try to read the rest.
            session.Break(CloseReasons.TransportError);
            http.Abort();
            return;
        }
        finally
        {
            body.Free();
        }

        await AnswerAsync(http.Response).ConfigureAwait(false);
    }

    // As a page, since some clients compare; nothing of what a client has sent is in it.
    private static async Task AnswerAsync(HttpResponse response)
    {
        response.ContentType = "text/html";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = s_ok.Length;
        await response.Body.WriteAsync(s_ok).ConfigureAwait(false);
    }
}
