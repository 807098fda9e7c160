using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Writes numbers as JavaScript does: what is none is null, and zero has no sign.</summary>
internal sealed class SingleConverter : JsonConverter<float>
{
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String ? QuotedNumber.Read<float>(ref reader, options) : reader.GetSingle();

    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
    {
        if (!float.IsFinite(value))
            writer.WriteNullValue();
        else
            // The sum of a negative zero and a positive one is positive.
            writer.WriteNumberValue(value + 0.0f);
    }
}
