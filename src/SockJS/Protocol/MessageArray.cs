using System.Text.Json;
using System.Text.Unicode;

namespace SockJS.Protocol;

/// <summary>The payload that clients send: a JSON array of strings.</summary>
/// <remarks>
/// Checked as a whole before the first message is taken out, because a broken payload must deliver nothing at all; the second pass can
/// then do without checks.
/// </remarks>
internal static class MessageArray
{
    /// <summary>Checks a whole payload and counts its messages.</summary>
    public static PayloadError Validate(ReadOnlySpan<byte> payload, bool allowBareString, out int count)
    {
        count = 0;
        if (payload.IsEmpty)
            return PayloadError.PayloadExpected;

        var scanner = new JsonScanner(payload);
        switch (scanner.ReadToken())
        {
            case '[':
                return TrySkipMembers(ref scanner, ref count) && scanner.ReadToken() == JsonScanner.End
                    ? PayloadError.None
                    : PayloadError.BrokenJson;
            case '"' when allowBareString:
                count = 1;
                return scanner.TrySkipString() && scanner.ReadToken() == JsonScanner.End ? PayloadError.None : PayloadError.BrokenJson;
            case '"' or '{' or '-' or (>= '0' and <= '9') or 't' or 'f' or 'n':
                return IsJson(payload) ? PayloadError.PayloadExpected : PayloadError.BrokenJson;
            default:
                return PayloadError.BrokenJson;
        }
    }

    /// <summary>Takes the next message out of a validated payload; the position is 0 at first.</summary>
    /// <param name="payload">The validated payload.</param>
    /// <param name="position">Where to go on; moved behind the message.</param>
    /// <param name="content">What stands between the quotes, for <see cref="JsonText"/> to decode.</param>
    public static bool TryReadNext(ReadOnlySpan<byte> payload, ref int position, out ReadOnlySpan<byte> content)
    {
        // Outside of strings a validated payload has only white space, brackets and commas.
        var quote = payload[position..].IndexOf((byte)'"');
        if (quote < 0)
        {
            position = payload.Length;
            content = default;
            return false;
        }

        var start = position + quote + 1;
        var length = JsonScanner.LengthOfValidString(payload[start..]);
        content = payload.Slice(start, length);
        position = start + length + 1;
        return true;
    }

    /// <summary>Returns how long the beginning of a validated payload is that has its first messages.</summary>
    public static int LengthOf(ReadOnlySpan<byte> payload, int count)
    {
        var position = 0;
        while (count-- > 0 && TryReadNext(payload, ref position, out _))
        {
        }

        return position;
    }

    private static bool TrySkipMembers(ref JsonScanner scanner, ref int count)
    {
        var token = scanner.ReadToken();
        if (token == ']')
            return true;

        while (token == '"' && scanner.TrySkipString())
        {
            count++;
            var separator = scanner.ReadToken();
            if (separator != ',')
                return separator == ']';

            token = scanner.ReadToken();
        }

        return false;
    }

    // Only payloads that no client sends come here, so an exception per broken one is affordable.
    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        if (!Utf8.IsValid(payload))
            return false;

        try
        {
            var reader = new Utf8JsonReader(payload);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
