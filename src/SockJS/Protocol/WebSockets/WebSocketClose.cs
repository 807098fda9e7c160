using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace SockJS.Protocol.WebSockets;

/// <summary>The payload of a close frame from a client (RFC 6455, sections 5.5.1 and 7.4).</summary>
internal static class WebSocketClose
{
    private const int NoCode = 1005;

    /// <summary>Reads code and reason; a frame without a code counts as 1005, as the RFC says.</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, out int code, out string reason)
    {
        code = NoCode;
        reason = "";
        if (payload.IsEmpty)
            return true;

        if (payload.Length < 2 || !Utf8.IsValid(payload[2..]))
            return false;

        code = BinaryPrimitives.ReadUInt16BigEndian(payload);
        reason = Encoding.UTF8.GetString(payload[2..]);
        return IsLegal(code);
    }

    // 1004 means nothing yet; 1005, 1006 and 1015 are for reports only; what is not registered below 3000 is the RFC's to give out.
    private static bool IsLegal(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
