using System.Buffers;

namespace SockJS.Protocol;

/// <summary>A frame as a JavaScript string literal, for the transports whose responses are scripts.</summary>
/// <remarks>The frame is JSON already: only its quotes and backslashes need a second escape, and beyond ASCII it goes as it is.</remarks>
internal static class ScriptLiteral
{
    private static readonly SearchValues<byte> s_escaped = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        (byte)'"', (byte)'\\',
    ]);

    private static readonly SearchValues<byte> s_escapedInHtml = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        (byte)'"', (byte)'\\', (byte)'<',
    ]);

    /// <summary>Appends the quoted frame for a script of its own.</summary>
    public static void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame) => Append(ref destination, frame, s_escaped);

    /// <summary>Appends the quoted frame for a script within a page, where a message must not be able to end the script element.</summary>
    public static void AppendInHtml(ref PooledBuffer destination, ReadOnlySpan<byte> frame) =>
        Append(ref destination, frame, s_escapedInHtml);

    private static void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame, SearchValues<byte> escaped)
    {
        destination.Append((byte)'"');
        int run;
        while ((run = frame.IndexOfAny(escaped)) >= 0)
        {
            destination.Append(frame[..run]);
            if (frame[run] == '<')
                destination.Append("\\u003c"u8);
            else
                destination.Advance(JsonEscape.Write(destination.GetSpan(JsonEscape.MaxLength), (char)frame[run]));

            frame = frame[(run + 1)..];
        }

        destination.Append(frame);
        destination.Append((byte)'"');
    }
}
