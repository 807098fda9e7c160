using System.Buffers.Binary;

namespace SockJS.Protocol.WebSockets;

/// <summary>The header of a frame from a client (RFC 6455, section 5.2).</summary>
internal readonly struct WebSocketFrameHeader
{
    public const int MaxControlPayload = 125;

    private const int MinHeaderLength = 6;
    private const byte LengthIn16Bits = 126;
    private const byte LengthIn64Bits = 127;

    private WebSocketFrameHeader(byte first, long payloadLength, int headerLength, uint maskKey)
    {
        Fin = (first & 0x80) != 0;
        Opcode = (WebSocketOpcode)(first & 0x0F);
        PayloadLength = payloadLength;
        HeaderLength = headerLength;
        MaskKey = maskKey;
    }

    public bool Fin { get; }

    public WebSocketOpcode Opcode { get; }

    public long PayloadLength { get; }

    public int HeaderLength { get; }

    public uint MaskKey { get; }

    /// <summary>Reads a header; what can never become a valid one is refused as soon as it shows.</summary>
    public static WebSocketHeaderStatus TryRead(ReadOnlySpan<byte> data, out WebSocketFrameHeader header)
    {
        header = default;
        if (data.IsEmpty)
            return WebSocketHeaderStatus.NeedMore;

        var first = data[0];
        if (!IsValidStart(first))
            return WebSocketHeaderStatus.Invalid;

        if (data.Length < 2)
            return WebSocketHeaderStatus.NeedMore;

        var second = data[1];
        var shortLength = second & 0x7F;
        if ((second & 0x80) == 0 || (IsControl(first) && shortLength > MaxControlPayload))
            return WebSocketHeaderStatus.Invalid;

        var headerLength = MinHeaderLength + shortLength switch { LengthIn16Bits => 2, LengthIn64Bits => 8, _ => 0 };
        if (data.Length < headerLength)
            return WebSocketHeaderStatus.NeedMore;

        var payloadLength = ReadPayloadLength(data, shortLength);
        if (payloadLength < 0)
            return WebSocketHeaderStatus.Invalid;

        var maskKey = BinaryPrimitives.ReadUInt32LittleEndian(data[(headerLength - 4)..]);
        header = new WebSocketFrameHeader(first, payloadLength, headerLength, maskKey);
        return WebSocketHeaderStatus.Ok;
    }

    // No extension is ever agreed on, so the reserved bits are clear; control frames are whole.
    private static bool IsValidStart(byte first) => (first & 0x70) == 0 && (first & 0x0F) switch
    {
        (int)WebSocketOpcode.Continuation or (int)WebSocketOpcode.Text or (int)WebSocketOpcode.Binary => true,
        (int)WebSocketOpcode.Close or (int)WebSocketOpcode.Ping or (int)WebSocketOpcode.Pong => (first & 0x80) != 0,
        _ => false,
    };

    private static bool IsControl(byte first) => (first & 0x08) != 0;

    // Negative for a length that has the highest bit set, or that would have fitted into a shorter form.
    private static long ReadPayloadLength(ReadOnlySpan<byte> data, int shortLength)
    {
        switch (shortLength)
        {
            case LengthIn16Bits:
                var medium = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
                return medium < LengthIn16Bits ? -1 : medium;
            case LengthIn64Bits:
                var large = BinaryPrimitives.ReadInt64BigEndian(data[2..]);
                return large <= ushort.MaxValue ? -1 : large;
            default:
                return shortLength;
        }
    }
}
