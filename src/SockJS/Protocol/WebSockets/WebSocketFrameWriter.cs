using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace SockJS.Protocol.WebSockets;

/// <summary>Writes whole, unmasked frames, as servers send them (RFC 6455, section 5).</summary>
internal static class WebSocketFrameWriter
{
    public const int MaxHeaderLength = 10;

    private const int CodeLength = 2;
    private const int NoCode = 1005;

    public static int GetHeaderLength(int payloadLength) => payloadLength switch
    {
        < 126 => 2,
        <= ushort.MaxValue => 4,
        _ => MaxHeaderLength,
    };

    public static int WriteHeader(Span<byte> destination, WebSocketOpcode opcode, int payloadLength)
    {
        destination[0] = (byte)(0x80 | (byte)opcode);
        switch (payloadLength)
        {
            case < 126:
                destination[1] = (byte)payloadLength;
                return 2;
            case <= ushort.MaxValue:
                destination[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)payloadLength);
                return 4;
            default:
                destination[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(destination[2..], (ulong)payloadLength);
                return MaxHeaderLength;
        }
    }

    public static void AppendFrame(ref PooledBuffer destination, WebSocketOpcode opcode, ReadOnlySpan<byte> payload)
    {
        var output = destination.GetSpan(MaxHeaderLength + payload.Length);
        var headerLength = WriteHeader(output, opcode, payload.Length);
        payload.CopyTo(output[headerLength..]);
        destination.Advance(headerLength + payload.Length);
    }

    /// <summary>Appends a text as UTF-8, which has no lone surrogates: they become U+FFFD.</summary>
    public static void AppendTextFrame(ref PooledBuffer destination, ReadOnlySpan<char> text)
    {
        var payloadLength = Encoding.UTF8.GetByteCount(text);
        var output = destination.GetSpan(MaxHeaderLength + payloadLength);
        var headerLength = WriteHeader(output, WebSocketOpcode.Text, payloadLength);
        Encoding.UTF8.GetBytes(text, output[headerLength..]);
        destination.Advance(headerLength + payloadLength);
    }

    /// <summary>Appends a close frame. The code 1005 stands for none and never goes out: it makes an empty frame.</summary>
    public static void AppendCloseFrame(ref PooledBuffer destination, int code, string reason)
    {
        if (code == NoCode)
        {
            AppendFrame(ref destination, WebSocketOpcode.Close, default);
            return;
        }

        // A reason that is too long ends at the last character that fits.
        Span<byte> payload = stackalloc byte[WebSocketFrameHeader.MaxControlPayload];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        Utf8.FromUtf16(reason, payload[CodeLength..], out _, out var reasonLength);
        AppendFrame(ref destination, WebSocketOpcode.Close, payload[..(CodeLength + reasonLength)]);
    }
}
