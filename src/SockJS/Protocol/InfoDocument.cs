using System.Globalization;

namespace SockJS.Protocol;

/// <summary>What a client asks for first: which transports it may try, and where.</summary>
internal static class InfoDocument
{
    private const int LongestEntropy = 10;

    public static byte[] Write(bool websocket, bool cookieNeeded, uint entropy, string? baseUrl)
    {
        var buffer = default(PooledBuffer);
        buffer.Append(websocket ? "{\"websocket\":true"u8 : "{\"websocket\":false"u8);
        buffer.Append(",\"origins\":[\"*:*\"]"u8);
        buffer.Append(cookieNeeded ? ",\"cookie_needed\":true"u8 : ",\"cookie_needed\":false"u8);
        buffer.Append(",\"entropy\":"u8);
        entropy.TryFormat(buffer.GetSpan(LongestEntropy), out var written, default, CultureInfo.InvariantCulture);
        buffer.Advance(written);
        if (baseUrl is not null)
        {
            buffer.Append(",\"base_url\":"u8);
            JsonText.Append(ref buffer, baseUrl);
        }

        buffer.Append((byte)'}');
        var document = buffer.WrittenSpan.ToArray();
        buffer.Free();
        return document;
    }
}
