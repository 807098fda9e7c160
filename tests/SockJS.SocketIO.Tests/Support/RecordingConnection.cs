using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Tests.Support;

/// <summary>A connection of Engine.IO that keeps what is sent: texts as they are, binary messages as <c>b:</c> and their bytes.</summary>
#pragma warning disable CA1001 // A source without a timer owns nothing.
internal sealed class RecordingConnection : EngineIOConnection
{
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<string> _sent = new();

    public override string Id => "connection";

    public override EngineIOTransport Transport => EngineIOTransport.WebSocket;

    public override ClaimsPrincipal User { get; } = new();

    public override string? UserId => UserName;

    public string? UserName { get; init; }

    public override SockJSClientInfo Client { get; } = new() { Headers = new HeaderDictionary(), Path = "/socket.io", QueryString = "" };

    public override IQueryCollection Query { get; } = new QueryCollection();

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override CancellationToken Closed => _closed.Token;

    public override DateTimeOffset Opened => default;

    public override int QueuedBytes => 0;

    public IReadOnlyList<string> Sent => [.. _sent];

    public bool CanWrite { get; set; } = true;

    /// <summary>Gets or sets what sends wait for, as they do while the buffer is full.</summary>
    public Task Room { get; set; } = Task.CompletedTask;

    /// <summary>Gets or sets what is called before something is sent.</summary>
    public Action? Sending { get; set; }

    internal override bool IsOpen => !_closed.IsCancellationRequested;

    internal override bool IsWritable => CanWrite && IsOpen;

    public override EngineIOCloseReason CloseReason => Reason ?? default;

    public EngineIOCloseReason? Reason { get; private set; }

    public override ValueTask SendAsync(EngineIOMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override bool TrySend(EngineIOMessage message) => throw new NotSupportedException();

    public override ValueTask CloseAsync()
    {
        Close(EngineIOCloseReason.ForcedClose);
        return default;
    }

    internal override async ValueTask SendFramesAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken)
    {
        await Room;
        if (!TrySendFrames(frames))
            throw new SockJSConnectionClosedException();
    }

    internal override bool TrySendFrames(ReadOnlyMemory<byte> frames)
    {
        Sending?.Invoke();
        if (!IsOpen)
            return false;
        Read(frames.Span);
        return true;
    }

    internal override ValueTask DeliverAsync(PreparedMessage frames, CancellationToken cancellationToken)
    {
        TrySendFrames(frames.Frames);
        return default;
    }

    internal override void Flush()
    {
    }

    internal override void Close(EngineIOCloseReason reason)
    {
        Reason ??= reason;
        _closed.Cancel();
    }

    private void Read(ReadOnlySpan<byte> frames)
    {
        while (!frames.IsEmpty)
        {
            var isText = (frames[0] & 0xF) == 1;
            var (length, header) = frames[1] switch
            {
                126 => ((frames[2] << 8) | frames[3], 4),
                127 => ((frames[6] << 24) | (frames[7] << 16) | (frames[8] << 8) | frames[9], 10),
                var small => (small, 2),
            };
            var payload = frames.Slice(header, length);
            Assert.True(!isText || payload[0] == '4', "A text frame begins with the digit of messages.");
            _sent.Enqueue(isText ? Encoding.UTF8.GetString(payload[1..]) : $"b:{Convert.ToHexString(payload)}");
            frames = frames[(header + length)..];
        }
    }
}
