using System.Text;
using System.Text.Json;

namespace SockJS.Payloads;

/// <summary>Turns payloads into what a parameter takes. Text is taken as it is, anything else through its JSON metadata.</summary>
internal abstract class PayloadReader<T>
{
    private const string What = "The payload";

    private readonly PayloadRule<T> _rule;

    private protected PayloadReader(PayloadRule<T> rule) => _rule = rule;

    /// <summary>Reads a payload.</summary>
    /// <exception cref="InvalidMessageException">It is not what the parameter takes.</exception>
    public T Read(Payload payload)
    {
        if (payload.IsAbsent)
            return _rule.OfAbsent(What);
        return payload.IsNull ? _rule.OfNull(What) : ReadValue(payload);
    }

    protected abstract T ReadValue(Payload payload);

    /// <summary>Returns the text of a JSON string in an envelope, or of a message.</summary>
    private protected static string ReadText(Payload payload)
    {
        if (payload.IsMessage)
            return Encoding.UTF8.GetString(payload.Utf8);
        var reader = StringReader(payload);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidMessageException(InvalidMessageKind.WrongPayload, exception);
        }
    }

    /// <summary>Returns a reader that stands at the JSON string that is the payload.</summary>
    private protected static Utf8JsonReader StringReader(Payload payload)
    {
        var reader = new Utf8JsonReader(payload.Utf8);
        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? reader
            : throw new InvalidMessageException(InvalidMessageKind.WrongPayload, "The payload must be a string.");
    }
}
