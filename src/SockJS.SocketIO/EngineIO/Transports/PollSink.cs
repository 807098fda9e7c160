using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>A poll: an HTTP response that carries one payload.</summary>
/// <param name="http">The request to answer.</param>
/// <param name="session">Its session.</param>
/// <param name="maxPackets">How many packets a payload may have.</param>
internal sealed class PollSink(HttpContext http, EngineSession session, int maxPackets) : IFrameSink
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The context is gone when the request is; this is not.
    private readonly IHttpRequestLifetimeFeature _lifetime = http.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();

    public SockJSTransports Transport => SockJSTransports.XhrPolling;

    public bool IsPoll => true;

    public bool IsSocket => false;

    public int MaxFrames => maxPackets;

    public Task Ended => _ended.Task;

    public async ValueTask<bool> WriteAsync(Frame frame)
    {
        if (frame.Kind == FrameKind.Control)
            return true;
        var payload = default(PooledBuffer);
        try
        {
            AppendPackets(ref payload, frame.Bytes);
            var response = http.Response;
            response.ContentType = "text/plain; charset=UTF-8";
            response.Headers.CacheControl = "no-store";
            response.ContentLength = payload.Length;
            await response.Body.WriteAsync(payload.WrittenMemory).ConfigureAwait(false);
            return false;
        }
        finally
        {
            payload.Free();
        }
    }

    /// <summary>Tells the session that the client broke off.</summary>
    public void Lose() => session.Lost(this);

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

    private static void AppendPackets(ref PooledBuffer payload, ReadOnlySpan<byte> frames)
    {
        while (!frames.IsEmpty)
        {
            var packet = ReadyFrame.Read(ref frames, out var opcode);
            if (opcode == WebSocketOpcode.Binary)
                PayloadWriter.AppendBinary(ref payload, packet);
            else
                PayloadWriter.AppendText(ref payload, packet);
        }
    }
}
