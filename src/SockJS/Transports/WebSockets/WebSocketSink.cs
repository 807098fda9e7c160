using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;

namespace SockJS.Transports.WebSockets;

/// <summary>The sending half of a WebSocket. The session calls it for one frame at a time; when the session has let go, its socket may.</summary>
/// <param name="http">The request that became the socket.</param>
/// <param name="session">The session that writes to the sink; <see langword="null"/> where the client is refused one.</param>
/// <param name="stream">The bytes of the socket.</param>
/// <param name="transport">With SockJS frames, or raw.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Reliability", "CA2012", Justification = "A write that completed is not awaited twice.")]
internal class WebSocketSink(HttpContext http, Session? session, Stream stream, SockJSTransports transport, TimeProvider time)
    : IFrameSink, IAsyncDisposable
{
    // How long a client may take to answer a close frame.
    private static readonly TimeSpan s_closeTimeout = TimeSpan.FromSeconds(2);

    private static readonly byte[] s_open = [0x81, 1, (byte)'o'];
    private static readonly byte[] s_ping = [0x89, 0];

    // The client's onheartbeat hears only the SockJS frame; only a ping is answered by every client.
    private static readonly byte[] s_pingAndHeartbeat = [.. s_ping, 0x81, 1, (byte)'h'];

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The context is gone when the request is; this is not.
    private readonly IHttpRequestLifetimeFeature _lifetime = http.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
    private readonly bool _raw = transport == SockJSTransports.RawWebSocket;
    private byte[]? _pong;
    private ITimer? _closeTimer;
    private bool _isDisposed;

    public SockJSTransports Transport => transport;

    public bool IsPoll => false;

    public bool IsSocket => true;

    public Task Ended => _ended.Task;

    /// <summary>Gets a value indicating whether a close frame was sent.</summary>
    public bool CloseSent { get; private set; }

    public virtual ValueTask<bool> WriteAsync(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Messages:
                return WriteMessagesAsync(frame);
            case FrameKind.Open:
                return _raw ? new ValueTask<bool>(true) : WriteAsync(s_open);
            case FrameKind.Heartbeat:
                return WriteAsync(_raw ? s_ping : s_pingAndHeartbeat);
            case FrameKind.Close:
                return WriteCloseAsync(frame);
            default:
                return WritePongAsync();
        }
    }

    /// <summary>Keeps the answer to a ping for the next turn of the sink; only the newest ping needs one (RFC 6455, 5.5.3).</summary>
    public void QueuePong(ReadOnlySpan<byte> payload)
    {
        var buffer = default(PooledBuffer);
        WebSocketFrameWriter.AppendFrame(ref buffer, WebSocketOpcode.Pong, payload);
        Volatile.Write(ref _pong, buffer.WrittenSpan.ToArray());
        buffer.Free();
    }

    /// <summary>Writes a close frame; the client has some time to answer it then.</summary>
    public async ValueTask CloseAsync(int code, string reason)
    {
        var buffer = default(PooledBuffer);
        WebSocketFrameWriter.AppendCloseFrame(ref buffer, code, reason);
        await FinishAsync(buffer).ConfigureAwait(false);
    }

    public void Release() => _ended.TrySetResult();

    // Once the request is over, what has carried it over HTTP/2 may carry the next one of the connection, be it that of another client behind the same proxy.
    public void Abort()
    {
        lock (_ended)
        {
            if (!_isDisposed)
                _lifetime.Abort();
        }
    }

    /// <summary>Tells the session that the client broke off.</summary>
    public void Lose() => session?.Lost(this);

    // Waits for the timer's callback, should it run now.
    public ValueTask DisposeAsync()
    {
        lock (_ended)
            _isDisposed = true;
        return _closeTimer?.DisposeAsync() ?? default;
    }

    private ValueTask<bool> WriteMessagesAsync(Frame frame)
    {
        if (_raw)
            return WriteAsync(frame.Array.AsMemory(frame.Start, frame.Length));
        var header = WebSocketFrameWriter.GetHeaderLength(frame.Length);
        var start = frame.Start - header;
        WebSocketFrameWriter.WriteHeader(frame.Array.AsSpan(start), WebSocketOpcode.Text, frame.Length);
        return WriteAsync(frame.Array.AsMemory(start, header + frame.Length));
    }

    /// <summary>Answers the newest ping.</summary>
    protected ValueTask<bool> WritePongAsync()
        => Interlocked.Exchange(ref _pong, null) is { } pong ? WriteAsync(pong) : new ValueTask<bool>(true);

    /// <summary>Writes bytes that are whole WebSocket frames.</summary>
    protected ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var write = stream.WriteAsync(bytes);
        return write.IsCompletedSuccessfully ? new ValueTask<bool>(true) : AwaitAsync(write);

        static async ValueTask<bool> AwaitAsync(ValueTask write)
        {
            await write.ConfigureAwait(false);
            return true;
        }
    }

    private async ValueTask<bool> WriteCloseAsync(Frame frame)
    {
        var buffer = default(PooledBuffer);
        if (_raw)
        {
            WebSocketFrameWriter.AppendCloseFrame(ref buffer, frame.CloseCode, frame.CloseReason);
        }
        else
        {
            WebSocketFrameWriter.AppendFrame(ref buffer, WebSocketOpcode.Text, frame.Bytes);
            WebSocketFrameWriter.AppendCloseFrame(ref buffer, SockJSCloseCodes.Normal, "Normal closure");
        }

        await FinishAsync(buffer).ConfigureAwait(false);
        return false;
    }

    private async ValueTask FinishAsync(PooledBuffer buffer)
    {
        CloseSent = true;
        try
        {
            // It also ends the write, should the client not read.
            _closeTimer = time.CreateTimer(static sink => ((WebSocketSink)sink!).Abort(), this, s_closeTimeout, Timeout.InfiniteTimeSpan);
            await stream.WriteAsync(buffer.WrittenMemory).ConfigureAwait(false);
        }
        finally
        {
            buffer.Free();
        }
    }
}
