using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;

namespace SockJS.Transports;

/// <summary>Reads the body of a request within a bound of its own, whatever that of the server is.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body, and gives up as soon as it is known to be too large.</summary>
    /// <param name="http">The request.</param>
    /// <param name="max">How many bytes the body may have.</param>
    /// <param name="read">Reads what there is, for those who would cancel that; <see langword="null"/> where nobody would.</param>
    /// <returns>The body, to be freed; <see langword="null"/> where it is too large.</returns>
    /// <exception cref="BadHttpRequestException">The client breaks the rules of HTTP.</exception>
    /// <exception cref="IOException">The client is gone.</exception>
    /// <exception cref="OperationCanceledException">Likewise, or the reading was cancelled.</exception>
    public static async ValueTask<PooledBuffer?> TryReadAsync(HttpContext http, int max, Func<PipeReader, ValueTask<ReadResult>>? read = null)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: { } own } limit && own < max)
            limit.MaxRequestBodySize = max;
        if (http.Request.ContentLength > max)
            return null;
        read ??= static reader => reader.ReadAsync();
        var body = default(PooledBuffer);
        try
        {
            var reader = http.Request.BodyReader;
            while (true)
            {
                var result = await read(reader).ConfigureAwait(false);
                if (result.IsCanceled)
                    throw new OperationCanceledException();
                var isTooLarge = body.Length + result.Buffer.Length > max;
                foreach (var segment in isTooLarge ? default : result.Buffer)
                    body.Append(segment.Span);
                reader.AdvanceTo(result.Buffer.End);
                if (isTooLarge)
                {
                    body.Free();
                    return null;
                }

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
}
