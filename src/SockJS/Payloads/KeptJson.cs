using System.Text.Json;
using System.Text.Json.Nodes;
using SockJS.Protocol;

namespace SockJS.Payloads;

/// <summary>Values that keep JSON as it came: halves of characters would be found by whoever reads or writes it again, which is the application.</summary>
internal static class KeptJson
{
    /// <summary>Says whether values of a type are of that kind.</summary>
    public static bool Is<T>()
        => typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?) || typeof(T) == typeof(object) || typeof(T) == typeof(JsonDocument)
            || typeof(T) == typeof(JsonNode) || typeof(T) == typeof(JsonObject) || typeof(T) == typeof(JsonArray);

    /// <summary>Makes sure that no text in a JSON text, which was found to be valid, has half of a character.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="options">What it was read with.</param>
    /// <exception cref="JsonException">One has.</exception>
    public static void CheckText(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        if (!IsText(json, new JsonReaderOptions { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.ReadCommentHandling, MaxDepth = int.MaxValue }))
            throw new JsonException("A text has half of a character.");
    }

    /// <summary>Says whether no text in a valid JSON text has half of a character, which it can have only where it is escaped.</summary>
    public static bool IsText(ReadOnlySpan<byte> json, JsonReaderOptions reading)
    {
        if (!json.Contains((byte)'\\'))
            return true;
        var reader = new Utf8JsonReader(json, reading);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && SurrogateEscapes.HasLone(reader.ValueSpan))
                return false;
        }

        return true;
    }
}
