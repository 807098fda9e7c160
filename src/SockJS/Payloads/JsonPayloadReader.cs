using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SockJS.Payloads;

/// <summary>Reads values of a type with JSON metadata.</summary>
internal sealed class JsonPayloadReader<T>(JsonTypeInfo<T> type, PayloadRule<T> rule) : PayloadReader<T>(rule)
{
    private readonly bool _refusesNull = !rule.AllowsNull;

    protected override T ReadValue(Payload payload)
    {
        T? value;
        try
        {
            value = JsonSerializer.Deserialize(payload.Utf8, type);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, exception);
        }

        // A message that is a null, or a converter that makes one of something else.
        if (value is null && _refusesNull)
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, "The payload must not be null.");
        return value!;
    }
}
