using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace SockJS.Protocol;

/// <summary>Turns message text into the JSON strings of frames, and back.</summary>
/// <remarks>
/// A codec of our own, because System.Text.Json escapes other characters, in upper-case hexadecimal, and loses lone surrogates, while
/// SockJS clients may send and expect any UTF-16 there is.
/// </remarks>
internal static partial class JsonText
{
    private const int Block = 16;

    // Room for a whole block, or an escape, plus the closing quote; so that one check per turn is enough.
    private const int Slack = Block + JsonEscape.MaxLength + 1;

    /// <summary>Appends a text as a quoted JSON string in UTF-8.</summary>
    public static void Append(ref PooledBuffer destination, ReadOnlySpan<char> text)
    {
        var output = destination.GetSpan(text.Length + Slack + 1);
        output[0] = (byte)'"';
        var written = 1;
        while (!text.IsEmpty)
        {
            if (output.Length - written < Slack)
            {
                destination.Advance(written);
                output = destination.GetSpan(text.Length + Slack);
                written = 0;
            }

            var safe = CopySafeAscii(text, output[written..]);
            written += safe;
            if (safe == text.Length)
                break;

            var unit = text[safe];
            if (JsonEscape.IsRequired(unit))
            {
                written += JsonEscape.Write(output[written..], unit);
                text = text[(safe + 1)..];
            }
            else if (unit >= 0x80)
            {
                destination.Advance(written);
                text = text[safe..];
                var run = JsonEscape.IndexOfRequired(text);
                AppendSafeRun(ref destination, text[..run]);
                text = text[run..];
                output = destination.GetSpan(text.Length + Slack);
                written = 0;
            }
            else
            {
                text = text[safe..];
            }
        }

        output[written++] = (byte)'"';
        destination.Advance(written);
    }

    // Copies what needs neither an escape nor more than one byte, as far as the output reaches.
    private static int CopySafeAscii(ReadOnlySpan<char> text, Span<byte> output)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var index = 0;
        while (units.Length - index >= Block && output.Length - index >= Slack)
        {
            var low = Vector128.Create(units[index..]);
            var high = Vector128.Create(units[(index + 8)..]);
            if (((low | high) & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
                break;

            // Written before it is known to be safe: what follows the safe part is overwritten later.
            var ascii = Vector128.Narrow(low, high);
            ascii.CopyTo(output[index..]);
            var required = JsonEscape.Required(ascii).ExtractMostSignificantBits();
            if (required != 0)
                return index + BitOperations.TrailingZeroCount(required);

            index += Block;
        }

        for (; index < text.Length && output.Length - index >= JsonEscape.MaxLength + 2; index++)
        {
            var unit = text[index];
            if (unit >= 0x80 || JsonEscape.IsRequired(unit))
                break;

            output[index] = (byte)unit;
        }

        return index;
    }

    private static void AppendSafeRun(ref PooledBuffer destination, ReadOnlySpan<char> run)
    {
        // Most text takes less than three bytes a unit: ask for two, and for the rest only when that was not enough.
        var output = destination.GetSpan(run.Length * 2);
        while (true)
        {
            Utf8.FromUtf16(run, output, out var read, out var written);
            destination.Advance(written);
            run = run[read..];
            if (run.IsEmpty)
                return;

            output = destination.GetSpan(run.Length * 3);
        }
    }
}
