using System.Text.Json;

namespace SockJS.SocketIO.Protocol;

/// <summary>What stands in the JSON of a packet where a binary value was: <c>{"_placeholder":true,"num":0}</c>.</summary>
internal static class Placeholder
{
    private static readonly JsonEncodedText s_mark = JsonEncodedText.Encode("_placeholder");
    private static readonly JsonEncodedText s_number = JsonEncodedText.Encode("num");

    public static void Write(Utf8JsonWriter json, int number)
    {
        json.WriteStartObject();
        json.WriteBoolean(s_mark, value: true);
        json.WriteNumber(s_number, number);
        json.WriteEndObject();
    }

    /// <summary>Reads the placeholder that begins at the present token, if there is one, up to its end.</summary>
    /// <param name="json">The reader; where it was no placeholder, it may be anywhere inside the value.</param>
    /// <param name="number">Which attachment it stands for.</param>
    public static bool TryRead(ref Utf8JsonReader json, out int number)
    {
        number = -1;
        var isMarked = false;
        if (json.TokenType != JsonTokenType.StartObject)
            return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isMark = json.ValueTextEquals(s_mark.EncodedUtf8Bytes);
            var isNumber = json.ValueTextEquals(s_number.EncodedUtf8Bytes);
            json.Read();
            if (isMark)
                isMarked = json.TokenType == JsonTokenType.True;
            else if (!isNumber || json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out number))
                return false;
        }

        return isMarked && number >= 0;
    }

    /// <summary>Says whether each object that calls itself a placeholder is one, and stands for an attachment that there is.</summary>
    /// <param name="json">A valid JSON text.</param>
    /// <param name="attachments">How many attachments there are.</param>
    public static bool AreValid(ReadOnlySpan<byte> json, int attachments)
    {
        // Its depth was found to be acceptable before.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                continue;
            var ahead = reader;
            if (!IsMarked(ahead))
                continue;
            if (!TryRead(ref ahead, out var number) || number >= attachments)
                return false;
            reader = ahead;
        }

        return true;
    }

    // Objects of the application are passed over member by member, so that those inside them are looked at once each.
    private static bool IsMarked(Utf8JsonReader json)
    {
        // The official encoder writes the mark first; whoever hides it behind other members means no placeholder.
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals(s_mark.EncodedUtf8Bytes))
            return false;
        json.Read();
        return json.TokenType == JsonTokenType.True;
    }
}
