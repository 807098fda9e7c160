using System.Text.Unicode;
using SockJS.Protocol;
using SockJS.Protocol.WebSockets;

namespace SockJS.Sessions;

/// <summary>
/// The messages that wait for a receiver, each encoded once, straight into the frame that will carry them all: <c>a["one","two"</c>.
/// In the other layouts they are whole WebSocket frames, one after the other. Not synchronised: the session's lock guards it.
/// </summary>
/// <param name="layout">How messages wait.</param>
/// <param name="groups">Says which ready frames belong together; <see langword="null"/> where each is a message.</param>
internal struct OutboundBuffer(MessageLayout layout, IFrameGroups? groups = null)
{
    /// <summary>Bytes kept free in front of the frame, so that a WebSocket header can be put there without moving it.</summary>
    public const int Headroom = WebSocketFrameWriter.MaxHeaderLength;

    // What a session may keep between two frames. The sweeper takes it away once there were none for a while.
    private const int MaxKept = 512;

    private const int FrameStart = Headroom + 2;

    private PooledBuffer _bytes;

    public int Count { get; private set; }

    public readonly int Bytes => _bytes.Length;

    public void Append(SockJSMessage message)
    {
        switch (layout)
        {
            case MessageLayout.JsonArray:
                AppendQuoted(message);
                break;
            case MessageLayout.TextFrames:
                AppendRaw(message);
                break;
            default:
                AppendReady(message);
                break;
        }

        Count++;
    }

    /// <summary>Returns how many bytes a message will have, without what stands between messages.</summary>
    public readonly int SizeOf(PreparedMessage message) => EncodingOf(message).Length;

    /// <summary>Ends the frame and hands it over; the buffer is empty then.</summary>
    /// <param name="memory">The owner of the frame's bytes, to be freed when they were written.</param>
    public Frame Take(out PooledBuffer memory)
    {
        if (layout == MessageLayout.JsonArray)
            _bytes.Append((byte)']');
        memory = _bytes;
        _bytes = default;
        Count = 0;
        return new Frame(FrameKind.Messages, memory.Array, Headroom, memory.Length - Headroom);
    }

    /// <summary>Hands over as many whole messages as do not exceed a number of frames, one at least; the others stay.</summary>
    /// <param name="maxFrames">How many frames the receiver takes.</param>
    /// <param name="memory"><inheritdoc cref="Take(out PooledBuffer)" path="/param[@name='memory']/node()"/></param>
    public Frame Take(int maxFrames, out PooledBuffer memory)
    {
        var at = Headroom;
        var taken = 0;
        for (var frames = 0; taken < Count; taken++)
        {
            var length = ReadyLength(_bytes.WrittenSpan[at..], out var count);
            if (frames > 0 && frames + count > maxFrames)
                break;
            frames += count;
            at += length;
        }

        if (taken == Count)
            return Take(out memory);
        memory = default;
        memory.Append(_bytes.WrittenSpan[..at]);
        _bytes.RemoveRange(Headroom, at - Headroom);
        Count -= taken;
        return new Frame(FrameKind.Messages, memory.Array, Headroom, at - Headroom);
    }

    /// <summary>Drops the oldest messages until at most the given number of bytes and messages are left.</summary>
    /// <returns>The number of messages dropped.</returns>
    public int DropOldest(int maxBytes, int maxCount)
    {
        var start = layout == MessageLayout.JsonArray ? FrameStart : Headroom;
        var at = start;
        var dropped = 0;
        while (dropped < Count && (_bytes.Length - (at - start) > maxBytes || Count - dropped > maxCount))
        {
            at += LengthOf(_bytes.WrittenSpan[at..]);
            dropped++;
        }

        Count -= dropped;
        if (Count == 0)
            Free();
        else
            _bytes.RemoveRange(start, at - start);
        return dropped;
    }

    /// <summary>Takes back the memory of a frame that was written, for the next one; a broadcast to thousands would empty the pool.</summary>
    public void Recycle(ref PooledBuffer memory)
    {
        if (Count > 0 || _bytes.Array.Length > 0 || memory.Array.Length > MaxKept)
        {
            memory.Free();
            return;
        }

        memory.Truncate(0);
        _bytes = memory;
        memory = default;
    }

    /// <summary>Lets go of memory that was kept, where no message waits.</summary>
    public void Trim()
    {
        if (Count == 0)
            _bytes.Free();
    }

    public void Free()
    {
        _bytes.Free();
        Count = 0;
    }

    private void AppendQuoted(SockJSMessage message)
    {
        if (Count == 0)
            Begin("a["u8);
        else
            _bytes.Append((byte)',');
        if (message.Prepared is { } prepared)
            _bytes.Append(EncodingOf(prepared));
        else if (message.Text is { } text)
            JsonText.Append(ref _bytes, text);
        else
            JsonText.AppendUtf8(ref _bytes, message.Utf8);
    }

    private void AppendRaw(SockJSMessage message)
    {
        if (Count == 0)
            Begin([]);
        if (message.Prepared is { } prepared)
            _bytes.Append(EncodingOf(prepared));
        else if (message.Text is { } text)
            WebSocketFrameWriter.AppendTextFrame(ref _bytes, text);
        else if (Utf8.IsValid(message.Utf8))
            WebSocketFrameWriter.AppendFrame(ref _bytes, WebSocketOpcode.Text, message.Utf8);
        else
            WebSocketFrameWriter.AppendTextFrame(ref _bytes, message.ToString());
    }

    private void AppendReady(SockJSMessage message)
    {
        if (Count == 0)
            Begin([]);
        _bytes.Append(message.Prepared is { } prepared ? EncodingOf(prepared) : message.Utf8);
    }

    private void Begin(ReadOnlySpan<byte> opening)
    {
        _bytes.GetSpan(FrameStart);
        _bytes.Advance(Headroom);
        _bytes.Append(opening);
    }

    private readonly ReadOnlySpan<byte> EncodingOf(PreparedMessage message) => layout switch
    {
        MessageLayout.JsonArray => message.Quoted ??= Quote(message.Text),
        MessageLayout.TextFrames => message.RawFrame ??= FrameRaw(message.Text),
        _ => message.Frames.Span,
    };

    private static byte[] Quote(string text)
    {
        var buffer = default(PooledBuffer);
        JsonText.Append(ref buffer, text);
        return ToArray(ref buffer);
    }

    private static byte[] FrameRaw(string text)
    {
        var buffer = default(PooledBuffer);
        WebSocketFrameWriter.AppendTextFrame(ref buffer, text);
        return ToArray(ref buffer);
    }

    private static byte[] ToArray(ref PooledBuffer buffer)
    {
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.Free();
        return bytes;
    }

    // The length of the first message.
    private readonly int LengthOf(ReadOnlySpan<byte> bytes) => layout switch
    {
        MessageLayout.JsonArray => QuotedLength(bytes),
        MessageLayout.TextFrames => ReadyFrame.LengthOf(bytes),
        _ => ReadyLength(bytes, out _),
    };

    private readonly int ReadyLength(ReadOnlySpan<byte> bytes, out int frames)
    {
        frames = 1 + (groups?.CountFollowing(bytes) ?? 0);
        var length = 0;
        for (var i = 0; i < frames; i++)
            length += ReadyFrame.LengthOf(bytes[length..]);
        return length;
    }

    // The length of a JSON string with the comma after it.
    private static int QuotedLength(ReadOnlySpan<byte> bytes)
    {
        var at = 1;
        while (bytes[at] != (byte)'"')
            at += bytes[at] == (byte)'\\' ? 2 : 1;
        return at + 2;
    }
}
