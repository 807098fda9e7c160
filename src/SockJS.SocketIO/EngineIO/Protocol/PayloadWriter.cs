using System.Buffers.Text;
using SockJS.Protocol;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>Writes the answer to a poll: packets in their text form, with a separator between them.</summary>
internal static class PayloadWriter
{
    /// <summary>Appends a packet that is text already, its digit included.</summary>
    public static void AppendText(ref PooledBuffer payload, ReadOnlySpan<byte> packet)
    {
        Separate(ref payload);
        payload.Append(packet);
    }

    /// <summary>Appends a binary message.</summary>
    public static void AppendBinary(ref PooledBuffer payload, ReadOnlySpan<byte> data)
    {
        Separate(ref payload);
        var target = payload.GetSpan(1 + Base64.GetMaxEncodedToUtf8Length(data.Length));
        target[0] = (byte)'b';
        Base64.EncodeToUtf8(data, target[1..], out _, out var written);
        payload.Advance(1 + written);
    }

    private static void Separate(ref PooledBuffer payload)
    {
        if (payload.Length > 0)
            payload.Append(PayloadReader.Separator);
    }
}
