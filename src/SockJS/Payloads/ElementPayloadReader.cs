using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SockJS.Payloads;

/// <summary>
/// Reads JSON of any form. It is kept as it came, so halves of characters would be found by whoever writes it again: they are refused here.
/// </summary>
internal sealed class ElementPayloadReader(JsonTypeInfo<JsonElement> type, JsonReaderOptions reading, PayloadRule<JsonElement> rule) : PayloadReader<JsonElement>(rule)
{
    private readonly JsonPayloadReader<JsonElement> _inner = new(type, rule);

    protected override JsonElement ReadValue(Payload payload)
    {
        var element = _inner.Read(payload);
        if (payload.Utf8.Contains((byte)'\\'))
            CheckText(payload.Utf8, reading);
        return element;
    }

    private static void CheckText(ReadOnlySpan<byte> json, JsonReaderOptions reading)
    {
        var reader = new Utf8JsonReader(json, reading);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (Exception exception) when (JsonFault.IsMeantBy(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, exception);
        }
    }
}
