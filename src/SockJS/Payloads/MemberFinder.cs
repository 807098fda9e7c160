using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>Finds the members of a payload that the parameters of a handler take.</summary>
internal sealed class MemberFinder(MemberReader[] readers, JsonReaderOptions reading)
{
    /// <summary>Finds where the values of the members are.</summary>
    /// <param name="payload">The payload, a JSON object; where there is none, no member is there either.</param>
    /// <param name="values">Where to put the range of each; one that is absent keeps its own.</param>
    public void Find(ReadOnlySpan<byte> payload, Span<Range> values)
    {
        if (payload.IsEmpty)
            return;
        try
        {
            FindAll(payload, values);
        }
        catch (Exception exception) when (JsonFault.IsMeantBy(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, exception);
        }
    }

    private void FindAll(ReadOnlySpan<byte> payload, Span<Range> values)
    {
        var reader = new Utf8JsonReader(payload, reading);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, "The payload is no JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader);
            var value = JsonValue.Skip(ref reader);
            if (index >= 0)
                values[index] = value;
        }
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i].IsAt(ref reader))
                return i;
        }

        return -1;
    }
}
