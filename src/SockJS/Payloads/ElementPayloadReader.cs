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
        return KeptJson.IsText(payload.Utf8, reading) ? element : throw new InvalidMessageException(InvalidMessageKind.WrongPayload, "A text has half of a character.");
    }
}
