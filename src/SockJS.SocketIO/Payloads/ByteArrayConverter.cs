using System.Text.Json;
using System.Text.Json.Serialization;

namespace SockJS.SocketIO.Payloads;

/// <summary>Converts binary values that are arrays.</summary>
internal sealed class ByteArrayConverter : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = BinaryJson.Read(ref reader);
        // An attachment may be referred to twice, so that a handler that changes its array must not change another's.
        return value.ToArray();
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => BinaryJson.Write(writer, value);
}
