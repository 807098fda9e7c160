using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>Reads the body of a request within a bound of its own, whatever that of the server is.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body; where it is too large, sets the status 413 and gives up as soon as that is known.</summary>
    /// <returns>The body, to be freed.</returns>
    /// <exception cref="OperationCanceledException">The session has ended meanwhile.</exception>
    public static async ValueTask<PooledBuffer> ReadAsync(HttpContext http, EngineSession session, int max)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && limit.MaxRequestBodySize is { } own && own < max)
            limit.MaxRequestBodySize = max;
        var body = default(PooledBuffer);
        if (http.Request.ContentLength > max)
            return Refuse(http, body);
        try
        {
            var reader = http.Request.BodyReader;
            while (true)
            {
                var result = await ReadAsync(reader, session).ConfigureAwait(false);
                if (result.IsCanceled)
                    throw new OperationCanceledException();
                var isTooLarge = body.Length + result.Buffer.Length > max;
                foreach (var segment in isTooLarge ? default : result.Buffer)
                    body.Append(segment.Span);
                reader.AdvanceTo(result.Buffer.End);
                if (isTooLarge)
                    return Refuse(http, body);
                if (result.IsCompleted)
                    return body;
            }
        }
        catch
        {
            body.Free();
            throw;
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

    private static PooledBuffer Refuse(HttpContext http, PooledBuffer body)
    {
        body.Free();
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return default;
    }
}
