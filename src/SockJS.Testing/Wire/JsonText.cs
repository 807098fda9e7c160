using System.Globalization;
using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>Writes JSON strings as the official client does. Halves of surrogate pairs survive, which those of System.Text.Json do not.</summary>
internal static class JsonText
{
    /// <summary>Returns an array of these strings.</summary>
    public static string ArrayOf(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(Quote))}]";

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character < ' ' || char.IsSurrogate(character))
                quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
