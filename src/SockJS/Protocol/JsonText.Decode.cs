using System.Buffers;
using System.Numerics;
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

        char[]? rented = null;
        var scratch = content.Length <= StackLimit
            ? stackalloc char[StackLimit]
            : rented = ArrayPool<char>.Shared.Rent(content.Length);
        var text = new string(scratch[..Decode(content, scratch)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);

        return text;
    }

    /// <summary>Decodes what stands between the quotes of a validated JSON string into UTF-8. Lone surrogates become U+FFFD.</summary>
    /// <returns>The number of bytes written, never more than there is content, because no escape is shorter than its character.</returns>
    public static int DecodeUtf8(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        var read = 0;
        var written = 0;
        while (true)
        {
            // Between two escapes the bytes are already what they should be.
            while (content.Length - read >= Block && destination.Length - written >= Block)
            {
                var block = Vector128.Create(content[read..]);
                block.CopyTo(destination[written..]);
                var escapes = Vector128.Equals(block, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
                var safe = escapes == 0 ? Block : BitOperations.TrailingZeroCount(escapes);
                read += safe;
                written += safe;
                if (safe < Block)
                    break;
            }

            while (read < content.Length && content[read] != '\\')
                destination[written++] = content[read++];

            if (read == content.Length)
                return written;

            written += ReadRune(content, ref read).EncodeToUtf8(destination[written..]);
        }
    }

    private static int Decode(ReadOnlySpan<byte> content, Span<char> destination)
    {
        var read = 0;
        var written = 0;
        while (true)
        {
            var ascii = WidenAscii(content[read..], destination[written..]);
            read += ascii;
            written += ascii;
            if (read == content.Length)
                return written;

            if (content[read] == '\\')
            {
                destination[written++] = ReadEscape(content, ref read);
                continue;
            }

            var run = content[read..].IndexOf((byte)'\\');
            var rest = run < 0 ? content[read..] : content.Slice(read, run);
            Utf8.ToUtf16(rest, destination[written..], out _, out var units);
            read += rest.Length;
            written += units;
        }
    }

    // Copies up to the next escape or character beyond ASCII.
    private static int WidenAscii(ReadOnlySpan<byte> content, Span<char> destination)
    {
        var units = MemoryMarshal.Cast<char, ushort>(destination);
        var index = 0;
        while (content.Length - index >= Block && units.Length - index >= Block)
        {
            var block = Vector128.Create(content[index..]);
            var (low, high) = Vector128.Widen(block);
            low.CopyTo(units[index..]);
            high.CopyTo(units[(index + 8)..]);
            var stop = (block | Vector128.Equals(block, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (stop != 0)
                return index + BitOperations.TrailingZeroCount(stop);

            index += Block;
        }

        for (; index < content.Length && content[index] is < 0x80 and not (byte)'\\'; index++)
            destination[index] = (char)content[index];

        return index;
    }

    private static Rune ReadRune(ReadOnlySpan<byte> content, ref int read)
    {
        var unit = ReadEscape(content, ref read);
        if (!char.IsSurrogate(unit))
            return new Rune(unit);

        var afterFirst = read;
        if (char.IsHighSurrogate(unit) && content[read..] is [(byte)'\\', (byte)'u', ..]
            && Rune.TryCreate(unit, ReadEscape(content, ref read), out var pair))
            return pair;

        read = afterFirst;
        return Rune.ReplacementChar;
    }

    private static char ReadEscape(ReadOnlySpan<byte> content, ref int read)
    {
        var form = content[read + 1];
        if (form == 'u')
        {
            var digits = content.Slice(read + 2, 4);
            read += 6;
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
