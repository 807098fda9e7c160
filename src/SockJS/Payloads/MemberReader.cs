using System.Text;
using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>One member of a payload that a parameter takes.</summary>
internal abstract class MemberReader
{
    private readonly string _name;
    private readonly byte[] _utf8Name;
    private readonly bool _ignoresCase;

    private protected MemberReader(string name, bool ignoresCase)
    {
        _name = name;
        _utf8Name = Encoding.UTF8.GetBytes(name);
        _ignoresCase = ignoresCase;
    }

    /// <summary>Returns whether a reader stands at the name of this member.</summary>
    public bool IsAt(ref Utf8JsonReader reader)
        => reader.ValueTextEquals(_utf8Name)
            || (_ignoresCase && !reader.ValueIsEscaped && Ascii.EqualsIgnoreCase(reader.ValueSpan, _utf8Name));

    private protected string What => $"\"{_name}\"";
}
