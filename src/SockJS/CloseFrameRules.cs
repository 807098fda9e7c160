using System.Text;

namespace SockJS;

/// <summary>What an application may close a connection with (RFC 6455, 5.5 and 7.4; the client checks the same).</summary>
internal static class CloseFrameRules
{
    public static bool IsCode(int code) => code is 1000 or (>= 3000 and <= 4999);

    public static bool IsReason(string reason) => Encoding.UTF8.GetByteCount(reason) <= SockJSCloseReason.MaxReasonBytes;

    public static void Check(int code, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!IsCode(code))
            throw new ArgumentOutOfRangeException(nameof(code), code, "A close code is 1000, or from 3000 to 4999.");
        if (!IsReason(reason))
            throw new ArgumentException($"A close reason has at most {SockJSCloseReason.MaxReasonBytes} bytes of UTF-8.", nameof(reason));
    }
}
