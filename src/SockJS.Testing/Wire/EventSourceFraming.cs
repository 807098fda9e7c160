using System.Globalization;
using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>One frame per server-sent event, percent signs and line ends escaped as in a URI.</summary>
internal sealed class EventSourceFraming : Framing
{
    protected override bool TryTakeBeginning(ReadOnlySpan<byte> body, out int length)
        => TryTakeBetween(body, "\r\n"u8, [], out _, out length);

    protected override bool TryTake(ReadOnlySpan<byte> body, out string frame, out int length)
    {
        if (!TryTakeBetween(body, "data: "u8, "\r\n\r\n"u8, out var data, out length))
        {
            frame = "";
            return false;
        }

        if (data.AsSpan().ContainsAny('\r', '\n', '\0'))
            throw new FormatException("An event has one line of data.");
        frame = Unescape(data);
        return true;
    }

    private static string Unescape(string data)
    {
        var text = new StringBuilder(data.Length);
        for (var position = 0; position < data.Length; position++)
        {
            if (data[position] != '%')
            {
                text.Append(data[position]);
                continue;
            }

            var digits = data.AsSpan(position + 1);
            if (digits.Length < 2 || !byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value > 0x7F)
                throw new FormatException("A percent sign is not escaped, at which the client's decodeURI fails.");
            text.Append((char)value);
            position += 2;
        }

        return text.ToString();
    }
}
