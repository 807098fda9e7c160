using System.Buffers.Text;

namespace SockJS.Protocol;

/// <summary>
/// Knows halves of characters in JSON: escapes such as <c>\ud83d</c> without the other half. They are JSON and clients send them, where a
/// text was cut in the middle of an emoji, but no text that .NET reads.
/// </summary>
internal static class SurrogateEscapes
{
    // A backslash, the u and four digits.
    private const int Length = 6;

    /// <summary>Returns whether there is half a character in a JSON text.</summary>
    /// <param name="json">Valid JSON, or a string of it.</param>
    public static bool HasLone(ReadOnlySpan<byte> json)
    {
        int next;
        while ((next = json.IndexOf((byte)'\\')) >= 0)
        {
            json = json[next..];
            var unit = ReadUnit(json);
            if (unit is not { } found || !char.IsSurrogate(found))
            {
                // What is escaped may be a backslash.
                json = json[2..];
                continue;
            }

            if (ReadUnit(json[Length..]) is not { } other || !char.IsSurrogatePair(found, other))
                return true;
            json = json[(2 * Length)..];
        }

        return false;
    }

    private static char? ReadUnit(ReadOnlySpan<byte> json)
        => json is [(byte)'\\', (byte)'u', ..] && Utf8Parser.TryParse(json[2..Length], out ushort unit, out _, 'x') ? (char)unit : null;
}
