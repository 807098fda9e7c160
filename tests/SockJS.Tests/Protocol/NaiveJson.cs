using System.Globalization;
using System.Text;

namespace SockJS.Tests.Protocol;

/// <summary>The string rules of the protocol one character at a time: slow, and easy to see to be right.</summary>
internal static class NaiveJson
{
    private static readonly (int First, int Last)[] s_escaped =
        [(0x0000, 0x001F), (0x200C, 0x200F), (0x2028, 0x202F), (0x2060, 0x206F), (0xD800, 0xDFFF), (0xFFF0, 0xFFFF)];

    public static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            json.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                _ when s_escaped.Any(range => unit >= range.First && unit <= range.Last) => $"\\u{(int)unit:x4}",
                _ => unit.ToString(),
            });
        }

        return json.Append('"').ToString();
    }

    public static string Unquote(string content)
    {
        var text = new StringBuilder();
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\\')
            {
                text.Append(content[i]);
                continue;
            }

            i++;
            if (content[i] == 'u')
            {
                text.Append((char)int.Parse(content.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append("\b\f\n\r\t\"\\/"["bfnrt\"\\/".IndexOf(content[i])]);
            }
        }

        return text.ToString();
    }
}
