using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>Finds the name and the payload in a message, without making objects of it. Members may come in any order.</summary>
internal static class EnvelopeReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="message">The text of the message.</param>
    /// <param name="shape">Where to look.</param>
    /// <param name="names">The names to choose from.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="reading">How the JSON is read.</param>
    /// <returns>Which name it has, <see cref="MessageNames.Unknown"/> or <see cref="MessageNames.None"/>.</returns>
    /// <exception cref="InvalidMessageException">The message is no JSON object, or its name no string.</exception>
    public static int Read(ReadOnlySpan<byte> message, MessageShape shape, MessageNames names, out Payload payload, JsonReaderOptions reading = default)
    {
        try
        {
            return ReadObject(new Utf8JsonReader(message, reading), message, shape, names, out payload);
        }
        catch (Exception exception) when (JsonFault.IsMeantBy(exception))
        {
            throw new InvalidMessageException(InvalidMessageKind.NoEnvelope, exception);
        }
    }

    private static int ReadObject(Utf8JsonReader reader, ReadOnlySpan<byte> message, MessageShape shape, MessageNames names, out Payload payload)
    {
        payload = shape.IsFlat ? new Payload(message, isMessage: false) : default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidMessageException(InvalidMessageKind.NoEnvelope, "The message is no JSON object.");
        var name = MessageNames.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(shape.TypeProperty))
            {
                if (name != MessageNames.None)
                    throw new InvalidMessageException(InvalidMessageKind.NoEnvelope, "The message has two names.");
                reader.Read();
                name = ReadName(ref reader, names);
            }
            else if (!shape.IsFlat && reader.ValueTextEquals(shape.DataProperty))
            {
                payload = new Payload(message[JsonValue.Skip(ref reader)], isMessage: false);
            }
            else
            {
                reader.Skip();
            }
        }

        // Nothing may follow the object; the reader sees to it.
        reader.Read();
        return name;
    }

    private static int ReadName(ref Utf8JsonReader reader, MessageNames names)
        => reader.TokenType == JsonTokenType.String
            ? names.Find(ref reader)
            : throw new InvalidMessageException(InvalidMessageKind.NoEnvelope, "The name of the message is no string.");
}
