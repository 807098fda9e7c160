using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SockJS.ClientTests.Clients;

/// <summary>Texts in ASCII, as conversation.mjs writes and reads them: lone surrogates do not survive UTF-8.</summary>
internal static partial class AsciiText
{
    public static string Encode(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var unit in text)
            _ = unit is >= ' ' and <= '~' and not '\\' ? ascii.Append(unit) : ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return ascii.ToString();
    }

    public static string Decode(string ascii)
        => Escape().Replace(ascii, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escape();
}
