using System.Text;

namespace SockJS.Protocol;

/// <summary>What an application may close a connection with (RFC 6455, 5.5 and 7.4; the client checks the same).</summary>
internal static class CloseFrameRules
{
    public static void Check(int code, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (code is not (1000 or (>= 3000 and <= 4999)))
            throw new ArgumentOutOfRangeException(nameof(code), code, "A close code is 1000, or from 3000 to 4999.");
        if (Encoding.UTF8.GetByteCount(reason) > SockJSCloseReason.MaxReasonBytes)
            throw new ArgumentException($"A close reason has at most {SockJSCloseReason.MaxReasonBytes} bytes of UTF-8.", nameof(reason));
    }
}
