using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace SockJS.Protocol;

internal static partial class JsonText
{
    // Everything JSON escapes, and the bytes that begin a sequence which may need one: U+2000–2FFF, U+F000–FFFF, and all above U+FFFF.
    private static readonly SearchValues<byte> s_suspects = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        (byte)'"', (byte)'\\', 0xE2, 0xEF,
        0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF,
    ]);

    /// <summary>Appends a text in UTF-8 as a quoted JSON string. Invalid sequences become U+FFFD.</summary>
    public static void AppendUtf8(ref PooledBuffer destination, ReadOnlySpan<byte> utf8)
    {
        var output = destination.GetSpan(utf8.Length + Slack + 1);
        output[0] = (byte)'"';
        var written = 1;
        while (!utf8.IsEmpty)
        {
            if (output.Length - written < Slack)
            {
                destination.Advance(written);
                output = destination.GetSpan(utf8.Length + Slack);
                written = 0;
            }

            var block = TextBlock.Load(utf8);
            if (block.ExtractMostSignificantBits() == 0)
            {
                var count = Math.Min(utf8.Length, TextBlock.Length);
                written += WriteAscii(output[written..], block, count);
                utf8 = utf8[count..];
            }
            else
            {
                destination.Advance(written);
                utf8 = utf8[AppendNonAscii(ref destination, utf8)..];
                output = destination.GetSpan(utf8.Length + Slack);
                written = 0;
            }
        }

        output[written++] = (byte)'"';
        destination.Advance(written);
    }

    // Takes the text up to its next escape, or that escape if it is next; returns how much of it that was.
    private static int AppendNonAscii(ref PooledBuffer destination, ReadOnlySpan<byte> utf8)
    {
        var run = IndexOfRequired(utf8);
        if (run > 0 && Utf8.IsValid(utf8[..run]))
        {
            destination.Append(utf8[..run]);
            return run;
        }

        // Either an escape stands right here, or something before it is broken; so go by single characters.
        var read = 0;
        do
        {
            Rune.DecodeFromUtf8(utf8[read..], out var rune, out var consumed);
            read += consumed;
            AppendRune(ref destination, rune);
        }
        while (read < run);

        return read;
    }

    private static int IndexOfRequired(ReadOnlySpan<byte> utf8)
    {
        for (var index = 0; ; index++)
        {
            var next = utf8[index..].IndexOfAny(s_suspects);
            if (next < 0)
                return utf8.Length;

            index += next;
            if (utf8[index] is not (0xE2 or 0xEF) || IsRequiredSequence(utf8[index..]))
                return index;
        }
    }

    private static bool IsRequiredSequence(ReadOnlySpan<byte> utf8) => utf8 is
        [0xE2, 0x80, (>= 0x8C and <= 0x8F) or (>= 0xA8 and <= 0xAF), ..] or
        [0xE2, 0x81, >= 0xA0 and <= 0xAF, ..] or
        [0xEF, 0xBF, >= 0xB0, ..];

    private static void AppendRune(ref PooledBuffer destination, Rune rune)
    {
        var output = destination.GetSpan(2 * JsonEscape.MaxLength);
        Span<char> units = stackalloc char[2];
        units = units[..rune.EncodeToUtf16(units)];
        var written = 0;
        if (JsonEscape.IsRequired(units[0]))
        {
            foreach (var unit in units)
                written += JsonEscape.Write(output[written..], unit);
        }
        else
        {
            written = rune.EncodeToUtf8(output);
        }

        destination.Advance(written);
    }
}
