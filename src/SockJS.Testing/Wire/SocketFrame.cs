using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>A WebSocket frame, read by the letter of RFC 6455, and written as clients write it: masked.</summary>
/// <param name="Opcode">Its kind.</param>
/// <param name="Payload">What it carries.</param>
internal readonly record struct SocketFrame(SocketOpcode Opcode, ReadOnlyMemory<byte> Payload)
{
    private const byte Final = 0x80;
    private const byte Masked = 0x80;
    private const int MaxControlPayload = 125;

    /// <summary>Reads a frame of the server, where all of it is there.</summary>
    /// <returns>How many bytes it takes; 0 where more are needed.</returns>
    /// <exception cref="FormatException">A server that talks SockJS sends no such frame.</exception>
    public static int TryRead(ReadOnlySpan<byte> bytes, out SocketFrame frame)
    {
        frame = default;
        if (bytes.Length < 2)
            return 0;
        var opcode = (SocketOpcode)(bytes[0] & 0x0F);
        if ((bytes[0] & 0xF0) != Final)
            throw new FormatException("A frame is a part of a message, or has bits set that belong to extensions.");
        if (opcode is not (SocketOpcode.Text or SocketOpcode.Close or SocketOpcode.Ping or SocketOpcode.Pong))
            throw new FormatException($"A frame of opcode {(int)opcode} carries no text.");
        if ((bytes[1] & Masked) != 0)
            throw new FormatException("A frame of the server is masked.");
        var (header, length) = bytes[1] switch
        {
            126 => (4, bytes.Length < 4 ? long.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => (10, bytes.Length < 10 ? long.MaxValue : BinaryPrimitives.ReadInt64BigEndian(bytes[2..])),
            var small => (2, small),
        };
        if (bytes.Length < header || length > bytes.Length - header)
            return 0;
        if (opcode != SocketOpcode.Text && length > MaxControlPayload)
            throw new FormatException("A control frame is too long.");
        frame = new SocketFrame(opcode, bytes.Slice(header, (int)length).ToArray());
        return header + (int)length;
    }

    public static byte[] Text(string text) => Write(SocketOpcode.Text, Encoding.UTF8.GetBytes(text));

    public static byte[] Close(int code, string reason)
    {
        var payload = new byte[2 + Encoding.UTF8.GetByteCount(reason)];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        Encoding.UTF8.GetBytes(reason, payload.AsSpan(2));
        return Write(SocketOpcode.Close, payload);
    }

    /// <summary>Writes a frame of a client.</summary>
    public static byte[] Write(SocketOpcode opcode, ReadOnlySpan<byte> payload)
    {
        var header = payload.Length switch
        {
            <= MaxControlPayload => 2,
            <= ushort.MaxValue => 4,
            _ => 10,
        };
        var frame = new byte[header + 4 + payload.Length];
        frame[0] = (byte)(Final | (byte)opcode);
        frame[1] = (byte)(Masked | (header == 2 ? payload.Length : header == 4 ? 126 : 127));
        if (header == 4)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        else if (header == 10)
            BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(2), payload.Length);
        var mask = frame.AsSpan(header, 4);
        RandomNumberGenerator.Fill(mask);
        for (var position = 0; position < payload.Length; position++)
            frame[header + 4 + position] = (byte)(payload[position] ^ mask[position % 4]);
        return frame;
    }

    /// <summary>Reads the payload of a close frame.</summary>
    public (int Code, string Reason) ReadClose()
        => Payload.Length < 2
            ? (SockJSCloseCodes.NoStatus, "")
            : (BinaryPrimitives.ReadUInt16BigEndian(Payload.Span), Encoding.UTF8.GetString(Payload.Span[2..]));
}
