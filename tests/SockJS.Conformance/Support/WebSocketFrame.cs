using System.Buffers.Binary;
using System.Text;

namespace SockJS.Conformance.Support;

/// <summary>A WebSocket frame as RFC 6455 lays it out, including those that it forbids.</summary>
public sealed record WebSocketFrame(int Opcode, byte[] Payload)
{
    public const int Continuation = 0;
    public const int Text = 1;
    public const int Binary = 2;
    public const int Close = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    public bool IsFinal { get; init; } = true;

    /// <summary>The three reserved bits, 0 to 7.</summary>
    public int Reserved { get; init; }

    public bool IsMasked { get; init; } = true;

    /// <summary>A length to state in place of the true one.</summary>
    public ulong? ClaimedLength { get; init; }

    public string PayloadText => Encoding.UTF8.GetString(Payload);

    public int CloseCode => BinaryPrimitives.ReadUInt16BigEndian(Payload);

    public string CloseReason => Encoding.UTF8.GetString(Payload.AsSpan(2));

    public static WebSocketFrame OfText(string text) => new(Text, Encoding.UTF8.GetBytes(text));

    public static WebSocketFrame OfClose(int code, string reason = "")
        => new(Close, [(byte)(code >> 8), (byte)code, .. Encoding.UTF8.GetBytes(reason)]);

    public byte[] ToBytes()
    {
        var bytes = new List<byte> { (byte)((IsFinal ? 0x80 : 0) | (Reserved << 4) | Opcode) };
        var masked = IsMasked ? 0x80 : 0;
        var length = ClaimedLength ?? (ulong)Payload.Length;
        if (length < 126)
        {
            bytes.Add((byte)(masked | (int)length));
        }
        else if (length <= ushort.MaxValue)
        {
            bytes.AddRange([(byte)(masked | 126), (byte)(length >> 8), (byte)length]);
        }
        else
        {
            var wide = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(wide, length);
            bytes.AddRange([(byte)(masked | 127), .. wide]);
        }

        byte[] mask = IsMasked ? [0x11, 0x22, 0x33, 0x44] : [0, 0, 0, 0];
        if (IsMasked)
            bytes.AddRange(mask);
        bytes.AddRange(Payload.Select((b, i) => (byte)(b ^ mask[i & 3])));
        return [.. bytes];
    }

    public static async Task<WebSocketFrame> ReadAsync(Wire wire)
    {
        var head = await wire.ReadExactlyAsync(2);
        var length = (head[1] & 0x7F) switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(await wire.ReadExactlyAsync(2)),
            127 => (long)BinaryPrimitives.ReadUInt64BigEndian(await wire.ReadExactlyAsync(8)),
            var small => small,
        };
        return new WebSocketFrame(head[0] & 0x0F, await wire.ReadExactlyAsync((int)length))
        {
            IsFinal = (head[0] & 0x80) != 0,
            Reserved = (head[0] >> 4) & 7,
            IsMasked = (head[1] & 0x80) != 0,
        };
    }
}
