using System.IO.Pipelines;
using System.Text.Unicode;
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

        bool isTaken;
        try
        {
            isTaken = await TryTakeAsync(http, session, context).ConfigureAwait(false);
        }
        finally
        {
            // Before the answer: a client that has it may be back before the server knows that it has sent it.
            done.SetResult();
        }

        if (isTaken)
            await AnswerAsync(http.Response).ConfigureAwait(false);
    }

    // Returns false where the request is answered already, or cannot be.
    private static async Task<bool> TryTakeAsync(HttpContext http, EngineSession session, EngineSessionContext context)
    {
        // The form of binary payloads that older revisions had.
        if (http.Request.ContentType is { } type && type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            session.Break(CloseReasons.TransportError);
            await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
            return false;
        }

        var body = default(PooledBuffer);
        try
        {
            if (await BodyReader.TryReadAsync(http, context.Options.MaxPayload, reader => ReadAsync(reader, session)).ConfigureAwait(false) is not { } read)
            {
                session.Break(CloseReasons.TransportError);
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return false;
            }

            body = read;
            // Handlers may pass on what came as it is, and whoever gets it over a WebSocket would have to close that.
            if (!Utf8.IsValid(body.WrittenSpan))
            {
                session.Break(CloseReasons.ParseError);
                await ErrorResponse.WriteAsync(http, EngineError.BadRequest).ConfigureAwait(false);
                return false;
            }

            await new PostedPackets(session, body.Array.AsMemory(0, body.Length)).DeliverAsync().ConfigureAwait(false);
            return true;
        }
        catch (BadHttpRequestException exception)
        {
            // The server has found the fault, and ends the connection. Thrown on, it would log an error of the application, at any client's will.
            session.Break(CloseReasons.TransportError);
            http.Response.StatusCode = exception.StatusCode;
            return false;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client went away in the middle of its request, or the session did: there is nobody to answer. The server must not try to read the rest.
            session.Break(CloseReasons.TransportError);
            http.Abort();
            return false;
        }
        finally
        {
            body.Free();
        }
    }

    // Or clients could keep what sessions had before, as slowly as the server lets them send, and no limit of sessions would count it.
    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, EngineSession session)
    {
        var reading = reader.ReadAsync();
        if (reading.IsCompleted)
            return await reading.ConfigureAwait(false);
        if (!session.TryBeginReading(reader))
            reader.CancelPendingRead();
        try
        {
            return await reading.ConfigureAwait(false);
        }
        finally
        {
            session.EndReading();
        }
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
