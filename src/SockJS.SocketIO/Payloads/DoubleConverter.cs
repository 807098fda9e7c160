using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Writes numbers as JavaScript does: what is none is null, and zero has no sign.</summary>
internal sealed class DoubleConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String ? QuotedNumber.Read<double>(ref reader, options) : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (!double.IsFinite(value))
            writer.WriteNullValue();
        else
            // The sum of a negative zero and a positive one is positive.
            writer.WriteNumberValue(value + 0.0);
    }
}
