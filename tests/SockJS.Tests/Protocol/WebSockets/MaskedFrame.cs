using System.Buffers.Binary;

namespace SockJS.Tests.Protocol.WebSockets;

/// <summary>Makes of a server's frame what a client would have sent.</summary>
internal static class MaskedFrame
{
    public static byte[] FromServerFrame(ReadOnlySpan<byte> frame, uint key)
    {
        var lengthEnd = frame[1] switch { 126 => 4, 127 => 10, _ => 2 };
        var keyBytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(keyBytes, key);
        byte[] masked = [.. frame[..lengthEnd], .. keyBytes, .. frame[lengthEnd..]];
        masked[1] |= 0x80;
        for (var i = lengthEnd + 4; i < masked.Length; i++)
            masked[i] ^= keyBytes[(i - lengthEnd) & 3];

        return masked;
    }
}
