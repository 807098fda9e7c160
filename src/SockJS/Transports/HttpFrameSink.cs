using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Transports;

/// <summary>An HTTP response that carries frames: one, or as many as fit its limit.</summary>
/// <param name="http">The request to answer.</param>
/// <param name="transport">The transport of the request.</param>
/// <param name="format">The layout of a frame.</param>
/// <param name="limit">How many bytes of frames the response carries, its prelude not counted; 0 for a poll, which carries one frame.</param>
internal sealed class HttpFrameSink(HttpContext http, SockJSTransports transport, FrameFormat format, int limit) : IFrameSink
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The context is gone when the request is; this is not.
    private readonly IHttpRequestLifetimeFeature _lifetime = http.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
    private int _written;

    public SockJSTransports Transport => transport;

    public bool IsPoll => limit == 0;

    public bool IsSocket => false;

    /// <summary>Gets or sets the session that writes to the sink.</summary>
    public Session? Session { get; set; }

    public Task Ended => _ended.Task;

    public async ValueTask<bool> WriteAsync(Frame frame)
    {
        if (frame.Kind == FrameKind.Control)
            return true;
        var buffer = default(PooledBuffer);
        try
        {
            format.Append(ref buffer, frame.Bytes);
            if (IsPoll)
                http.Response.ContentLength = buffer.Length;
            // One write is one chunk, and clients of the protocol's test suite read a frame per chunk.
            await http.Response.Body.WriteAsync(buffer.WrittenMemory).ConfigureAwait(false);
            _written += buffer.Length;
            return _written < limit;
        }
        finally
        {
            buffer.Free();
        }
    }

    /// <summary>Tells the session that the client broke off.</summary>
    public void Lose() => Session?.Lost(this);

    public void Release()
    {
        lock (_ended)
            _ended.TrySetResult();
    }

    // Once it is released its connection may serve the next request, be it that of another client behind the same proxy.
    public void Abort()
    {
        lock (_ended)
        {
            if (!_ended.Task.IsCompleted)
                _lifetime.Abort();
        }
    }
}
