namespace SockJS.Protocol;

/// <summary>The rules for prefixes.</summary>
/// <remarks>
/// The checks at compile time are built from this same file, so that they never disagree with the server. Hence it keeps to
/// netstandard2.0 and to no usings.
/// </remarks>
internal static class EndpointPath
{
    // RFC 3986 lets these stand in a path unescaped. The asterisk is one more, left out because it looks like a wildcard.
    private const string PunctuationOfPaths = "-._~!$&'()+,;=:@";

    private static readonly string[] s_transports =
        ["websocket", "xhr", "xhr_streaming", "xhr_send", "eventsource", "htmlfile", "jsonp", "jsonp_send"];

    /// <summary>Says what is wrong with a prefix, as the end of a sentence that begins with it; <see langword="null"/> if nothing is.</summary>
    public static string? FindProblem(string? prefix)
    {
        if (prefix is null || prefix.Length == 0)
            return "is empty";
        if (prefix[0] != '/')
            return "does not start with a slash";
        if (prefix.Length == 1)
            return "would claim every URL of the site";
        if (prefix[prefix.Length - 1] == '/')
            return "ends in a slash";

        return FindBadCharacter(prefix) ?? FindBadSegment(prefix);
    }

    /// <summary>
    /// Says which URLs of the endpoint at <paramref name="outer"/> the endpoint at <paramref name="inner"/> would take;
    /// <see langword="null"/> if none. Both prefixes are valid. Letter case does not count, as in routing.
    /// </summary>
    public static string? FindReserved(string outer, string inner)
    {
        if (inner.Length <= outer.Length + 1 || inner[outer.Length] != '/' || !inner.StartsWith(outer, System.StringComparison.OrdinalIgnoreCase))
            return null;

        var segments = inner.Substring(outer.Length + 1).Split('/');
        if (Matches(segments[0], "info") || Matches(segments[0], "websocket") || IsIframePage(segments[0]))
            return outer + "/" + segments[0].ToLowerInvariant();
        if (segments[0].Length == 3 && System.Array.TrueForAll(segments[0].ToCharArray(), char.IsDigit))
            return outer + "/" + segments[0] + "/<session>/<transport>";
        if (segments.Length >= 3 && System.Array.Exists(s_transports, transport => Matches(segments[2], transport)))
            return outer + "/<server>/<session>/" + segments[2].ToLowerInvariant();
        return null;
    }

    private static string? FindBadCharacter(string prefix)
    {
        foreach (var c in prefix)
        {
            switch (c)
            {
                case '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'):
                    break;
                case '{' or '}':
                    return "contains a route parameter";
                case '*':
                    return "contains a wildcard";
                case '?':
                    return "contains a query string";
                case '#':
                    return "contains a fragment";
                case '\\':
                    return "contains a backslash";
                case '%':
                    return "contains an escape sequence";
                case ' ':
                    return "contains a space";
                case var other when PunctuationOfPaths.IndexOf(other) < 0:
                    return other is < ' ' or '\x7f' || char.IsSurrogate(other)
                        ? $"contains the character U+{(int)other:X4}, which a URL must escape"
                        : $"contains the character '{other}', which a URL must escape";
            }
        }

        return null;
    }

    private static string? FindBadSegment(string prefix)
    {
        foreach (var segment in prefix.Substring(1).Split('/'))
        {
            if (segment.Length == 0)
                return "contains an empty segment";
            if (segment is "." or "..")
                return $"contains the segment '{segment}', which clients remove";
        }

        return null;
    }

    private static bool IsIframePage(string segment)
        => segment.StartsWith("iframe", System.StringComparison.OrdinalIgnoreCase) && segment.EndsWith(".html", System.StringComparison.OrdinalIgnoreCase);

    private static bool Matches(string segment, string reserved) => string.Equals(segment, reserved, System.StringComparison.OrdinalIgnoreCase);
}
