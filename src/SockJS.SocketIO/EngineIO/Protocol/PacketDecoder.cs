using System.Buffers;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>Reads packets in their text form: a digit and the payload, or <c>b</c> and a binary payload in base64.</summary>
internal static class PacketDecoder
{
    private const byte Base64 = (byte)'b';

    private static readonly SearchValues<byte> s_whiteSpace = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Reads a packet. Base64 is decoded where it stands, so that the text is spent afterwards.</summary>
    /// <returns><see langword="false"/> where it is none: an empty text, an unknown digit, or bad base64.</returns>
    public static bool TryDecode(Span<byte> text, out EnginePacket packet)
    {
        packet = default;
        if (text.IsEmpty)
            return false;
        if (text[0] == Base64)
            return TryDecodeBinary(text[1..], out packet);
        if (text[0] is < (byte)PacketType.Open or > (byte)PacketType.Noop)
            return false;
        packet = new EnginePacket((PacketType)text[0], text[1..]);
        return true;
    }

    private static bool TryDecodeBinary(Span<byte> base64, out EnginePacket packet)
    {
        packet = default;
        // The decoder would skip over white space.
        if (base64.ContainsAny(s_whiteSpace) || System.Buffers.Text.Base64.DecodeFromUtf8InPlace(base64, out var length) != OperationStatus.Done)
            return false;
        packet = new EnginePacket(PacketType.Message, base64[..length], isBinary: true);
        return true;
    }
}
