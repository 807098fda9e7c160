using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace SockJS.Protocol;

internal static partial class JsonText
{
    /// <summary>Decodes what stands between the quotes of a validated JSON string into UTF-8. Lone surrogates become U+FFFD.</summary>
    /// <param name="content">What stands between the quotes.</param>
    /// <param name="destination">At least as long as the content, which is enough because no escape is shorter than its character.</param>
    /// <returns>The number of bytes written.</returns>
    public static int DecodeUtf8(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        var first = content.IndexOf((byte)'\\');
        if (first < 0)
        {
            content.CopyTo(destination);
            return content.Length;
        }

        content[..first].CopyTo(destination);
        var read = first;
        var written = first;
        while (read < content.Length)
        {
            var start = read;
            var end = Math.Min(start + TextBlock.Length, content.Length);
            var escapes = TextBlock.Find(TextBlock.Load(content[start..]), '\\');
            CopyBlock(content[start..], destination[written..]);
            while (escapes != 0)
            {
                var next = start + BitOperations.TrailingZeroCount(escapes);
                written += next - read;
                read = next;
                written += ReadRune(content, ref read).EncodeToUtf8(destination[written..]);
                CopyBlock(content[read..], destination[written..]);
                escapes = read < end ? escapes & (uint.MaxValue << (read - start)) : 0;
            }

            written += Math.Max(end - read, 0);
            read = Math.Max(end, read);
        }

        return written;
    }

    // The destination never has less left than the content: at the end of both, nothing may be stored beyond it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        if (content.Length >= TextBlock.Length)
            Vector128.Create(content).CopyTo(destination);
        else
            content.CopyTo(destination);
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
}
