using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>Finds values in JSON without reading them.</summary>
internal static class JsonValue
{
    /// <summary>Moves a reader from the name of a member behind its value.</summary>
    /// <returns>Where the value is.</returns>
    public static Range Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
