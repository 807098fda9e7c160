using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Writes times as JavaScript does: in UTC, with milliseconds and a Z.</summary>
internal sealed class DateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[DateTimeConverter.Form.Length];
        value.UtcDateTime.TryFormat(text, out var length, DateTimeConverter.Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
