namespace SockJS.Sessions;

/// <summary>One frame on its way to a sink.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Array">Where its bytes are. They belong to the session again when the write has completed.</param>
/// <param name="Start">Where they begin. In front of the bytes of messages a sink may overwrite <see cref="OutboundBuffer.Headroom"/> bytes.</param>
/// <param name="Length">How many they are.</param>
/// <param name="CloseCode">The code of a close frame.</param>
/// <param name="CloseReason">The reason of a close frame.</param>
internal readonly record struct Frame(FrameKind Kind, byte[] Array, int Start, int Length, int CloseCode = 0, string CloseReason = "")
{
    private static readonly byte[] s_open = "o"u8.ToArray();
    private static readonly byte[] s_heartbeat = "h"u8.ToArray();

    public static Frame Open => new(FrameKind.Open, s_open, 0, 1);

    public static Frame Heartbeat => new(FrameKind.Heartbeat, s_heartbeat, 0, 1);

    public static Frame Control => new(FrameKind.Control, [], 0, 0);

    public ReadOnlySpan<byte> Bytes => Array.AsSpan(Start, Length);

    public static Frame Close(int code, string reason)
    {
        var buffer = default(Protocol.PooledBuffer);
        Protocol.CloseFrame.Append(ref buffer, code, reason);
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.Free();
        return new Frame(FrameKind.Close, bytes, 0, bytes.Length, code, reason);
    }
}
