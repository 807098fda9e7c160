using System.Globalization;
using System.Text;

namespace ChatSample.Users;

/// <summary>Makes a name that can be shown of whatever a visitor has typed.</summary>
internal static class VisitorName
{
    private const int MaxLength = 24;

    public static string Clean(string? wanted)
    {
        var name = new StringBuilder(MaxLength);
        foreach (var rune in (wanted ?? "").Trim().EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > MaxLength)
                break;
            if (IsVisible(rune))
                name.Append(rune.ToString());
        }

        var clean = name.ToString().Trim();
        return clean.Length == 0 ? "Guest" : clean;
    }

    // Characters that only direct the others, such as those that turn the direction of writing, can make one name look like another.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
