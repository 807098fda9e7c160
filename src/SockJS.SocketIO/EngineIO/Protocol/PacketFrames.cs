using SockJS.Protocol;
using SockJS.Protocol.WebSockets;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>
/// Writes messages as the WebSocket frames that carry them, which is how they are queued: most clients are on a WebSocket, and the frames
/// tell other transports where messages begin and end.
/// </summary>
internal static class PacketFrames
{
    private const int ShortHeaderLength = 2;

    /// <summary>Appends a text message: a frame that begins with the digit of messages.</summary>
    public static void AppendTextFrame(ref PooledBuffer frames, ReadOnlySpan<byte> utf8)
    {
        var length = 1 + utf8.Length;
        var output = frames.GetSpan(WebSocketFrameWriter.MaxHeaderLength + length);
        var header = WebSocketFrameWriter.WriteHeader(output, WebSocketOpcode.Text, length);
        output[header] = (byte)PacketType.Message;
        utf8.CopyTo(output[(header + 1)..]);
        frames.Advance(header + length);
    }

    /// <summary>Appends a binary message, which needs no digit.</summary>
    public static void AppendBinaryFrame(ref PooledBuffer frames, ReadOnlySpan<byte> data)
        => WebSocketFrameWriter.AppendFrame(ref frames, WebSocketOpcode.Binary, data);

    /// <summary>Begins a text message whose length is not known yet; what is appended next belongs to it.</summary>
    /// <returns>Where it begins, for <see cref="EndTextFrame"/>.</returns>
    public static int BeginTextFrame(ref PooledBuffer frames)
    {
        var start = frames.Length;
        // Most packets have fewer than 126 bytes. A longer one is moved by what its header needs more.
        frames.GetSpan(ShortHeaderLength + 1)[ShortHeaderLength] = (byte)PacketType.Message;
        frames.Advance(ShortHeaderLength + 1);
        return start;
    }

    /// <summary>Writes the header of the text message that was begun.</summary>
    /// <returns>By how many bytes the message was moved to make room for it.</returns>
    public static int EndTextFrame(ref PooledBuffer frames, int start)
    {
        var length = frames.Length - start - ShortHeaderLength;
        var more = WebSocketFrameWriter.GetHeaderLength(length) - ShortHeaderLength;
        if (more > 0)
        {
            frames.GetSpan(more);
            frames.Array.AsSpan(start + ShortHeaderLength, length).CopyTo(frames.Array.AsSpan(start + ShortHeaderLength + more));
            frames.Advance(more);
        }

        WebSocketFrameWriter.WriteHeader(frames.Array.AsSpan(start), WebSocketOpcode.Text, length);
        return more;
    }
}
