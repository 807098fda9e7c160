using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace SockJS.DocSnippets.Pages;

/// <summary>The defaults of options as the pages write them.</summary>
internal static class DefaultText
{
    public static string Of(object? value) => value switch
    {
        null => "none",
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} s"),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        bool isSet => isSet ? "`true`" : "`false`",
        string text => $"`{text}`",
        Enum constant => $"`{constant}`",
        ICollection { Count: 0 } => "empty",
        JsonSerializerOptions { PropertyNameCaseInsensitive: true } => "web defaults",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "There is no rule yet for defaults of this type."),
    };
}
