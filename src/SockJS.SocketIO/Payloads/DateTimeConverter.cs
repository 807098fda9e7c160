using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Writes times as JavaScript does: in UTC, with milliseconds and a Z.</summary>
internal sealed class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>The form of a time that is in UTC already.</summary>
    public const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[Form.Length];
        // A time of no known zone is taken for one in UTC, as servers keep them.
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        utc.TryFormat(text, out var length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
