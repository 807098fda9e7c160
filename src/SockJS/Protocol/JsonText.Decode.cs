using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace SockJS.Protocol;

// Reads the content of validated JSON strings: every backslash begins a whole escape, and the rest is UTF-8.
internal static partial class JsonText
{
    private const int StackLimit = 256;

    /// <summary>Decodes what stands between the quotes of a validated JSON string. Lone surrogates stay what they are.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (!content.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(content);

        // Room for a last block that is stored as a whole.
        var room = content.Length + TextBlock.Length;
        char[]? rented = null;
        var scratch = room <= StackLimit ? stackalloc char[StackLimit] : rented = ArrayPool<char>.Shared.Rent(room);
        var text = new string(scratch[..Decode(content, scratch)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);

        return text;
    }

    private static int Decode(ReadOnlySpan<byte> content, Span<char> destination)
    {
        var read = 0;
        var written = 0;
        while (read < content.Length)
        {
            var block = TextBlock.Load(content[read..]);
            if (block.ExtractMostSignificantBits() == 0)
            {
                DecodeAscii(content, block, ref read, destination, ref written);
                continue;
            }

            var run = content[read..].IndexOf((byte)'\\');
            var utf8 = run < 0 ? content[read..] : content.Slice(read, run);
            Utf8.ToUtf16(utf8, destination[written..], out _, out var units);
            read += utf8.Length;
            written += units;
            if (run >= 0)
                destination[written++] = ReadEscape(content, ref read);
        }

        return written;
    }

    // As when encoding: whole blocks are stored, and what was too much is overwritten.
    private static void DecodeAscii(
        ReadOnlySpan<byte> content, Vector128<byte> block, ref int read, Span<char> destination, ref int written)
    {
        var start = read;
        var end = Math.Min(start + TextBlock.Length, content.Length);
        var escapes = TextBlock.Find(block, '\\');
        Widen(block, destination[written..]);
        while (escapes != 0)
        {
            var next = start + BitOperations.TrailingZeroCount(escapes);
            written += next - read;
            read = next;
            destination[written++] = ReadEscape(content, ref read);
            if (read >= end)
                return;

            escapes &= uint.MaxValue << (read - start);
            Widen(TextBlock.Load(content[read..]), destination[written..]);
        }

        written += end - read;
        read = end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(Vector128<byte> ascii, Span<char> destination)
    {
        var units = MemoryMarshal.Cast<char, ushort>(destination);
        var (low, high) = Vector128.Widen(ascii);
        low.CopyTo(units);
        high.CopyTo(units[8..]);
    }

    private static char ReadEscape(ReadOnlySpan<byte> content, ref int read)
    {
        var form = content[read + 1];
        if (form == 'u')
        {
            var digits = content.Slice(read + 2, 4);
            read += JsonEscape.MaxLength;
            return (char)((HexValue(digits[0]) << 12) | (HexValue(digits[1]) << 8) | (HexValue(digits[2]) << 4) | HexValue(digits[3]));
        }

        read += 2;
        return form switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)form,
        };
    }

    // Digits and letters differ in bit 6, and the low four bits of A and a are 1.
    private static int HexValue(byte digit) => (digit & 15) + (9 * (digit >> 6));
}
