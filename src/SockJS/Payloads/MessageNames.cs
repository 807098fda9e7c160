using System.Text;
using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>The names that an endpoint has handlers for, compared as UTF-8.</summary>
internal sealed class MessageNames(IEnumerable<string> names)
{
    /// <summary>What <see cref="Find"/> returns for a name that is not among them.</summary>
    public const int Unknown = -1;

    /// <summary>What stands for the name of a message that has none.</summary>
    public const int None = -2;

    private readonly byte[][] _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    public bool IsEmpty => _names.Length == 0;

    /// <summary>Returns which name the string is that a reader stands at.</summary>
    public int Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return FindEscaped(ref reader);
        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueSpan.SequenceEqual(_names[i]))
                return i;
        }

        return Unknown;
    }

    private int FindEscaped(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueTextEquals(_names[i]))
                return i;
        }

        return Unknown;
    }
}
