using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SockJS.Protocol;

/// <summary>Which UTF-16 code units a SockJS server must escape, and how.</summary>
/// <remarks>
/// Beyond JSON's own: U+200C–200F, U+2028–202F, U+2060–206F, U+FFF0–FFFF and every surrogate, because browsers of old lost or
/// mangled them. All of these are blocks aligned to a power of two, so that a mask and a comparison find a whole block.
/// </remarks>
internal static class JsonEscape
{
    public const int MaxLength = 6;

    private const byte None = (byte)'-';

    // What follows the backslash, for each ASCII character; 'u' where only the hexadecimal form exists.
    private static ReadOnlySpan<byte> AsciiForms =>
        "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu"u8 +
        "--\"-----------------------------"u8 +
        "----------------------------\\---"u8 +
        "--------------------------------"u8;

    private static ReadOnlySpan<byte> HexDigits => "0123456789abcdef"u8;

    public static bool IsRequired(char unit) => unit < 0x80
        ? AsciiForms[unit] != None
        : (unit & 0xFFFC) == 0x200C || (unit & 0xFFF8) == 0x2028 || (unit & 0xFFF0) is 0x2060 or 0xFFF0 || (unit & 0xF800) == 0xD800;

    /// <summary>Returns one bit for each byte of an ASCII block that needs an escape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint FindRequired(Vector128<byte> ascii) =>
        (Vector128.Equals(ascii & Vector128.Create((byte)0xE0), Vector128<byte>.Zero)
            | Vector128.Equals(ascii, Vector128.Create((byte)'"'))
            | Vector128.Equals(ascii, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();

    /// <summary>Returns where the first code unit stands that needs an escape, or the length of the text.</summary>
    public static int IndexOfRequired(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var index = 0;
        for (; units.Length - index >= Vector128<ushort>.Count; index += Vector128<ushort>.Count)
        {
            var required = Required(Vector128.Create(units[index..])).ExtractMostSignificantBits();
            if (required != 0)
                return index + BitOperations.TrailingZeroCount(required);
        }

        while (index < text.Length && !IsRequired(text[index]))
            index++;

        return index;
    }

    public static int Write(Span<byte> output, char unit)
    {
        var form = unit < 0x80 ? AsciiForms[unit] : (byte)'u';
        Debug.Assert(form != None, "This code unit goes as it is.");
        output[0] = (byte)'\\';
        output[1] = form;
        if (form != 'u')
            return 2;

        output[5] = HexDigits[unit & 15];
        output[4] = HexDigits[(unit >> 4) & 15];
        output[3] = HexDigits[(unit >> 8) & 15];
        output[2] = HexDigits[unit >> 12];
        return MaxLength;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Required(Vector128<ushort> units) =>
        IsInBlock(units, 0xFFE0, 0x0000)
        | Vector128.Equals(units, Vector128.Create((ushort)'"'))
        | Vector128.Equals(units, Vector128.Create((ushort)'\\'))
        | IsInBlock(units, 0xFFFC, 0x200C)
        | IsInBlock(units, 0xFFF8, 0x2028)
        | IsInBlock(units, 0xFFF0, 0x2060)
        | IsInBlock(units, 0xFFF0, 0xFFF0)
        | IsInBlock(units, 0xF800, 0xD800);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> IsInBlock(Vector128<ushort> units, ushort mask, ushort block) =>
        Vector128.Equals(units & Vector128.Create(mask), Vector128.Create(block));
}
