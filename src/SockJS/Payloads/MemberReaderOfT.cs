using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SockJS.Payloads;

/// <summary>One member of a payload that a parameter takes, and how to read it.</summary>
internal sealed class MemberReader<T>(string name, bool ignoresCase, JsonTypeInfo<T> type, PayloadRule<T> rule) : MemberReader(name, ignoresCase)
{
    /// <summary>Reads the value.</summary>
    /// <param name="json">The value; empty where the payload does not have the member.</param>
    /// <exception cref="InvalidMessageException">It is not what the parameter takes.</exception>
    public T Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return rule.OfAbsent(What);
        if (json.SequenceEqual("null"u8))
            return rule.OfNull(What);
        try
        {
            if (KeptJson.Is<T>())
                KeptJson.CheckText(json, type.Options);
            // A converter may make a null of something else.
            return JsonSerializer.Deserialize(json, type) is { } value ? value : rule.OfNull(What);
        }
        catch (Exception exception) when (JsonFault.IsMeantByValue(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, $"{What}: {exception.Message}", exception);
        }
    }
}
