using System.ComponentModel;
using System.Text.Json;
using SockJS.Payloads;

namespace SockJS.SourceGeneration;

/// <summary>Writes the members of a payload.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemberWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly MessageFormat _format;

    internal MemberWriter(Utf8JsonWriter json, MessageFormat format)
    {
        _json = json;
        _format = format;
    }

    /// <summary>Writes a member.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Write<TValue>(string parameter, TValue value)
    {
        _json.WritePropertyName(_format.NameOf(parameter));
        JsonSerializer.Serialize(_json, value, _format.TypeOf<TValue>());
    }
}
