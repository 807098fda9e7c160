using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

/// <summary>A pattern of names: text, with values in between.</summary>
internal sealed class NamespacePattern
{
    private readonly string[] _texts;
    private readonly string[] _parameters;

    public NamespacePattern(string pattern)
    {
        _parameters = [.. NamespaceName.ParametersOf(pattern)];
        _texts = pattern.Split(['{', '}']).Where(static (_, index) => index % 2 == 0).ToArray();
    }

    /// <summary>Gets the values of a name that is no pattern.</summary>
    public static IReadOnlyDictionary<string, string> NoValues { get; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Says whether a name fits, and which values it has. A value has at least one character, no slash and nothing that no name may have that is
    /// mapped, and ends as early as it can.
    /// </summary>
    public bool TryMatch(string name, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        values = null;
        if (!name.StartsWith(_texts[0], StringComparison.Ordinal))
            return false;
        var found = new Dictionary<string, string>(_parameters.Length, StringComparer.Ordinal);
        var at = _texts[0].Length;
        for (var i = 0; i < _parameters.Length; i++)
        {
            var text = _texts[i + 1];
            var end = FindEnd(name, at, text, isLast: i == _parameters.Length - 1);
            if (end <= at || !IsValue(name.AsSpan(at, end - at)))
                return false;
            found.Add(_parameters[i], name[at..end]);
            at = end + text.Length;
        }

        values = found;
        return true;
    }

    // A child of the pattern's own name would be taken for all of its children, and a line end for one of the log.
    private static bool IsValue(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '/' or '{' or '}' or '\u2028' or '\u2029' || char.IsControl(c))
                return false;
        }

        return true;
    }

    private static int FindEnd(string name, int start, string text, bool isLast)
    {
        if (isLast)
            return name.EndsWith(text, StringComparison.Ordinal) ? name.Length - text.Length : -1;
        return start < name.Length ? name.IndexOf(text, start + 1, StringComparison.Ordinal) : -1;
    }
}
