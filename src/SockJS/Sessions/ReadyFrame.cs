using System.Buffers.Binary;
using SockJS.Protocol.WebSockets;

namespace SockJS.Sessions;

/// <summary>Reads WebSocket frames of the server, as they wait in a buffer: they have no mask, and are whole.</summary>
internal static class ReadyFrame
{
    /// <summary>Returns the length of the first frame.</summary>
    public static int LengthOf(ReadOnlySpan<byte> frames) => HeaderLengthOf(frames, out var payload) + payload;

    /// <summary>Takes the first frame off the front.</summary>
    /// <param name="frames">The frames; afterwards those behind the first.</param>
    /// <param name="opcode">What the first one is.</param>
    /// <returns>Its payload.</returns>
    public static ReadOnlySpan<byte> Read(ref ReadOnlySpan<byte> frames, out WebSocketOpcode opcode)
    {
        opcode = (WebSocketOpcode)(frames[0] & 0x0F);
        var header = HeaderLengthOf(frames, out var length);
        var payload = frames.Slice(header, length);
        frames = frames[(header + length)..];
        return payload;
    }

    private static int HeaderLengthOf(ReadOnlySpan<byte> frames, out int payload)
    {
        switch (frames[1])
        {
            case 126:
                payload = BinaryPrimitives.ReadUInt16BigEndian(frames[2..]);
                return 4;
            case 127:
                payload = (int)BinaryPrimitives.ReadInt64BigEndian(frames[2..]);
                return WebSocketFrameWriter.MaxHeaderLength;
            default:
                payload = frames[1];
                return 2;
        }
    }
}
