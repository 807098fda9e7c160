using System.Buffers.Binary;
using System.Text;

namespace SockJS.Tests.Support;

/// <summary>Takes the bytes of WebSocket frames apart, by the letter of RFC 6455 and not by the code under test.</summary>
internal static class RawFrames
{
    private const byte FinalText = 0x81;

    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> bytes)
    {
        var texts = new List<string>();
        while (!bytes.IsEmpty)
        {
            if (bytes[0] != FinalText)
                throw new InvalidDataException($"Expected a text frame, found 0x{bytes[0]:X2}.");
            var (header, length) = bytes[1] switch
            {
                126 => (4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
                127 => (10, checked((int)BinaryPrimitives.ReadInt64BigEndian(bytes[2..]))),
                var small => (2, small),
            };
            texts.Add(Encoding.UTF8.GetString(bytes.Slice(header, length)));
            bytes = bytes[(header + length)..];
        }

        return texts;
    }
}
