using System.Text.Json;

namespace SockJS.SocketIO.Protocol;

/// <summary>What stands in the JSON of a packet where a binary value was: <c>{"_placeholder":true,"num":0}</c>.</summary>
internal static class Placeholder
{
    private const int UsualDepth = 64;

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
            if (isMark && json.TokenType == JsonTokenType.True)
                isMarked = true;
            else if (!isNumber || json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out number))
                return false;
        }

        return isMarked && number >= 0;
    }

    /// <summary>
    /// Says whether each object that calls itself a placeholder is one, wherever it says so, and stands for an attachment that there is:
    /// who gets it passed on would fail otherwise.
    /// </summary>
    /// <param name="json">A valid JSON text.</param>
    /// <param name="attachments">How many attachments there are.</param>
    /// <param name="max">How many placeholders there may be. Whoever reads them gets a copy for each, so that one attachment would become any number.</param>
    public static bool AreValid(ReadOnlySpan<byte> json, int attachments, int max)
    {
        try
        {
            return AreMembersValid(json, attachments, max);
        }
        catch (InvalidOperationException)
        {
            // A name with a lone surrogate, which is no text.
            return false;
        }
    }

    private static bool AreMembersValid(ReadOnlySpan<byte> json, int attachments, int max)
    {
        // Its depth was found to be acceptable before.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        Span<Members> open = stackalloc Members[UsualDepth];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    if (reader.CurrentDepth >= open.Length)
                        open = Grow(open);
                    open[reader.CurrentDepth] = default;
                    break;
                case JsonTokenType.PropertyName:
                    open[reader.CurrentDepth - 1] |= KindOf(reader, attachments);
                    break;
                case JsonTokenType.EndObject when open[reader.CurrentDepth] is var members && (members & Members.Mark) != 0:
                    if (members != (Members.Mark | Members.Number) || --max < 0)
                        return false;
                    break;
            }
        }

        return true;
    }

    private static Members KindOf(Utf8JsonReader member, int attachments)
    {
        var isMark = member.ValueTextEquals(s_mark.EncodedUtf8Bytes);
        var isNumber = member.ValueTextEquals(s_number.EncodedUtf8Bytes);
        member.Read();
        if (isMark && member.TokenType == JsonTokenType.True)
            return Members.Mark;
        return isNumber && member.TokenType == JsonTokenType.Number && member.TryGetInt32(out var number) && number >= 0 && number < attachments
            ? Members.Number
            : Members.Other;
    }

    private static Span<Members> Grow(ReadOnlySpan<Members> open)
    {
        var larger = new Members[2 * open.Length];
        open.CopyTo(larger);
        return larger;
    }

    /// <summary>What an object was found to have.</summary>
    [Flags]
    private enum Members : byte
    {
        None = 0,
        Mark = 1,
        Number = 2,
        Other = 4,
    }
}
