using System.Text.Json;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Payloads;

/// <summary>Reads and writes binary values: as placeholders for attachments within a packet, as base64 elsewhere.</summary>
internal static class BinaryJson
{
    /// <exception cref="JsonException">It is neither a placeholder of an attachment nor base64.</exception>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String && json.TryGetBytesFromBase64(out var bytes))
            return bytes;
        if (AttachmentScope.Readable is { } attachments && Placeholder.TryRead(ref json, out var number) && number < attachments.Count)
            return attachments[number];
        throw new JsonException("A binary value was expected.");
    }

    public static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> value)
    {
        if (AttachmentScope.Writable is not { } attachments)
        {
            json.WriteBase64StringValue(value.Span);
            return;
        }

        Placeholder.Write(json, attachments.Count);
        attachments.Add(value);
    }
}
