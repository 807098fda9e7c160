namespace SockJS.Diagnostics;

/// <summary>Text that a client has chosen, for the log: no lines of its own, no control characters, no endless ones.</summary>
internal static class LoggedText
{
    private const int MaxLength = 200;

    public static string Of(string text)
        => string.Create(Math.Min(text.Length, MaxLength), text, static (target, text) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = IsBreak(text[i]) ? ' ' : text[i];
        });

    private static bool IsBreak(char unit) => char.IsControl(unit) || unit is '\u2028' or '\u2029';
}
