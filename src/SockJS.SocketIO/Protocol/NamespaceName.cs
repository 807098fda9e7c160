namespace SockJS.SocketIO.Protocol;

/// <summary>The rules for the names of namespaces, and for patterns of such names.</summary>
/// <remarks>
/// The checks at compile time are built from this same file, so that they never disagree with the server. Hence it keeps to
/// netstandard2.0 and to no usings.
/// </remarks>
internal static class NamespaceName
{
    /// <summary>The most characters that a name or pattern may have.</summary>
    public const int MaxLength = 128;

    /// <summary>Says what is wrong with a name or pattern, as the end of a sentence that begins with it; <see langword="null"/> if nothing is.</summary>
    public static string? FindProblem(string? name)
    {
        if (name is null || name.Length == 0)
            return "is empty";
        if (name[0] != '/')
            return "does not start with '/'";
        if (name.Length > MaxLength)
            return "has more than 128 characters";
        foreach (var c in name)
        {
            if (c == ',')
                return "contains a comma, which ends the name in a packet";
            if (char.IsControl(c))
                return $"contains the control character U+{(int)c:X4}";
        }

        return FindProblemOfBraces(name);
    }

    /// <summary>Says whether a valid name is a pattern of names.</summary>
    public static bool IsPattern(string name) => ParametersOf(name).Count > 0;

    /// <summary>Returns the names in the braces of a valid pattern, in their order; none for a plain name.</summary>
    public static System.Collections.Generic.List<string> ParametersOf(string name)
    {
        var parameters = new System.Collections.Generic.List<string>();
        for (var open = name.IndexOf('{'); open >= 0; open = name.IndexOf('{', open + 1))
            parameters.Add(name.Substring(open + 1, name.IndexOf('}', open) - open - 1));
        return parameters;
    }

    private static string? FindProblemOfBraces(string name)
    {
        var parameters = new System.Collections.Generic.HashSet<string>();
        var end = -1;
        while (end + 1 < name.Length)
        {
            var open = name.IndexOf('{', end + 1);
            var close = name.IndexOf('}', end + 1);
            if (open < 0 && close < 0)
                return null;
            if (open < 0 || close < open || name.IndexOf('{', open + 1) is var next && next >= 0 && next < close)
                return "has a brace without its counterpart";
            if (open == end + 1 && end >= 0)
                return "has two values with nothing between them, so that nothing tells where the first ends";

            var parameter = name.Substring(open + 1, close - open - 1);
            if (!IsIdentifier(parameter))
                return $"has '{{{parameter}}}', which is no name of letters, digits and underscores";
            if (!parameters.Add(parameter))
                return $"has '{{{parameter}}}' twice";
            end = close;
        }

        return null;
    }

    private static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || char.IsDigit(text[0]))
            return false;
        foreach (var c in text)
        {
            if (c != '_' && !char.IsLetterOrDigit(c))
                return false;
        }

        return true;
    }
}
