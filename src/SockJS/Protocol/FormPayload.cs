using System.Globalization;

namespace SockJS.Protocol;

/// <summary>The field <c>d</c> of a form, which carries the payload of jsonp_send.</summary>
internal static class FormPayload
{
    /// <summary>Replaces an urlencoded form by the decoded value of its field <c>d</c>.</summary>
    /// <returns><see langword="false"/> where there is no such field.</returns>
    public static bool TryExtract(ref PooledBuffer form)
    {
        var bytes = form.Array.AsSpan(0, form.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'&');
            var field = end < 0 ? bytes : bytes[..end];
            if (field.StartsWith("d="u8))
            {
                // A decoded value is never longer than it was, so it fits in front of what is still to be decoded.
                form.Truncate(Decode(field[2..], form.Array));
                return true;
            }

            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }

        return false;
    }

    private static int Decode(ReadOnlySpan<byte> value, Span<byte> destination)
    {
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var decoded = value[i] == (byte)'+' ? (byte)' ' : value[i];
            if (decoded == (byte)'%' && i + 2 < value.Length
                && byte.TryParse(value.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                decoded = escaped;
                i += 2;
            }

            destination[length++] = decoded;
        }

        return length;
    }
}
