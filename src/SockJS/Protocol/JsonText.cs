using System.Numerics;
using System.Runtime.CompilerServices;
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
    // Room for a block of nothing but escapes, for one that is stored as a whole behind them, and for the closing quote.
    private const int Slack = (TextBlock.Length * JsonEscape.MaxLength) + TextBlock.Length + 1;

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

            var block = TextBlock.Load(text, out var isAscii);
            if (isAscii)
            {
                var count = Math.Min(text.Length, TextBlock.Length);
                written += WriteAscii(output[written..], block, count);
                text = text[count..];
            }
            else
            {
                destination.Advance(written);
                text = text[AppendNonAscii(ref destination, text)..];
                output = destination.GetSpan(text.Length + Slack);
                written = 0;
            }
        }

        output[written++] = (byte)'"';
        destination.Advance(written);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteAscii(Span<byte> output, Vector128<byte> block, int count)
    {
        block.CopyTo(output);
        var required = JsonEscape.FindRequired(block) & ((1u << count) - 1);
        return required == 0 ? count : WriteEscaped(output, block, count, required);
    }

    // All escapes of a block are known at once; what stands between two of them is stored as a whole block whose end is overwritten.
    private static int WriteEscaped(Span<byte> output, Vector128<byte> block, int count, uint required)
    {
        var padded = Vector256.Create(block, Vector128<byte>.Zero);
        var text = MemoryMarshal.AsBytes(new ReadOnlySpan<Vector256<byte>>(in padded));
        var written = 0;
        var read = 0;
        do
        {
            var next = BitOperations.TrailingZeroCount(required);
            written += next - read;
            written += JsonEscape.Write(output[written..], (char)text[next]);
            read = next + 1;
            Vector128.Create(text[read..]).CopyTo(output[written..]);
            required &= required - 1;
        }
        while (required != 0);

        return written + count - read;
    }

    // Takes the text up to its next escape, and the escapes that follow there; returns how much of it that was.
    private static int AppendNonAscii(ref PooledBuffer destination, ReadOnlySpan<char> text)
    {
        var read = JsonEscape.IndexOfRequired(text);
        AppendSafeRun(ref destination, text[..read]);
        while (read < text.Length && JsonEscape.IsRequired(text[read]))
            destination.Advance(JsonEscape.Write(destination.GetSpan(JsonEscape.MaxLength), text[read++]));

        return read;
    }

    private static void AppendSafeRun(ref PooledBuffer destination, ReadOnlySpan<char> run)
    {
        // Most text takes less than three bytes a unit: ask for two, and for the rest only when that was not enough.
        var output = destination.GetSpan(run.Length * 2);
        while (!run.IsEmpty)
        {
            Utf8.FromUtf16(run, output, out var read, out var written);
            destination.Advance(written);
            run = run[read..];
            output = destination.GetSpan(run.Length * 3);
        }
    }
}
