using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSample.Messages;

/// <summary>Turns messages into JSON and back, without reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(ServerMessage))]
internal sealed partial class ChatJson : JsonSerializerContext
{
    public static string Write(ServerMessage message) => JsonSerializer.Serialize(message, Default.ServerMessage);

    /// <summary>Reads a message; <see langword="null"/> where the text is none.</summary>
    public static ClientMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.ClientMessage);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // NotSupportedException is what an object without a type throws, since the message class itself is abstract.
            return null;
        }
    }
}
