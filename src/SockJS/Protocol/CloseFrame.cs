using System.Globalization;

namespace SockJS.Protocol;

/// <summary>The frame that ends a session: <c>c[3000,"Go away!"]</c>.</summary>
internal static class CloseFrame
{
    private const int LongestCode = 11;

    public static void Append(ref PooledBuffer destination, int code, string reason)
    {
        destination.Append("c["u8);
        code.TryFormat(destination.GetSpan(LongestCode), out var written, default, CultureInfo.InvariantCulture);
        destination.Advance(written);
        destination.Append((byte)',');
        JsonText.Append(ref destination, reason);
        destination.Append((byte)']');
    }
}
