using System.Numerics;
using System.Runtime.InteropServices;

namespace SockJS.Protocol.WebSockets;

/// <summary>Removes, or applies, the mask of a client's frame (RFC 6455, section 5.3).</summary>
internal static class WebSocketMask
{
    /// <summary>Masks data in place.</summary>
    /// <param name="data">The payload from its first byte.</param>
    /// <param name="key">The four bytes of the key, read as little-endian.</param>
    public static void Apply(Span<byte> data, uint key)
    {
        if (!BitConverter.IsLittleEndian)
            key = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(key);

        var vectors = MemoryMarshal.Cast<byte, Vector<uint>>(data);
        if (vectors.Length > 0)
        {
            var mask = new Vector<uint>(key);
            for (var i = 0; i < vectors.Length; i++)
                vectors[i] ^= mask;

            data = data[(vectors.Length * Vector<byte>.Count)..];
        }

        var words = MemoryMarshal.Cast<byte, uint>(data);
        for (var i = 0; i < words.Length; i++)
            words[i] ^= key;

        data = data[(words.Length * sizeof(uint))..];
        var keyBytes = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in key));
        for (var i = 0; i < data.Length; i++)
            data[i] ^= keyBytes[i];
    }

    /// <summary>Masks a part of a payload in place.</summary>
    /// <param name="data">The part.</param>
    /// <param name="key">The four bytes of the key, read as little-endian.</param>
    /// <param name="offset">Where in the payload the part begins.</param>
    public static void Apply(Span<byte> data, uint key, int offset) => Apply(data, BitOperations.RotateRight(key, 8 * (offset & 3)));
}
