using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SockJS.Protocol;

/// <summary>Text in pieces of sixteen, the unit in which it is scanned. The last piece of a text is filled up with zeros.</summary>
internal static class TextBlock
{
    public const int Length = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ReadOnlySpan<byte> text) => text.Length >= Length ? Vector128.Create(text) : LoadTail(text);

    /// <summary>Loads a block of UTF-16 as ASCII.</summary>
    /// <returns>The low halves of the code units, which say nothing unless <paramref name="isAscii"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ReadOnlySpan<char> text, out bool isAscii)
    {
        var (low, high) = text.Length >= Length
            ? (Vector128.Create(MemoryMarshal.Cast<char, ushort>(text)), Vector128.Create(MemoryMarshal.Cast<char, ushort>(text[8..])))
            : LoadTail(text);
        isAscii = ((low | high) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
        return Vector128.Narrow(low, high);
    }

    /// <summary>Returns one bit for each byte that has this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Find(Vector128<byte> block, char value) =>
        Vector128.Equals(block, Vector128.Create((byte)value)).ExtractMostSignificantBits();

    private static Vector128<byte> LoadTail(ReadOnlySpan<byte> text)
    {
        Debug.Assert(text.Length < Length, "This is no tail.");
        var block = Vector128<byte>.Zero;
        text.CopyTo(MemoryMarshal.AsBytes(new Span<Vector128<byte>>(ref block)));
        return block;
    }

    private static (Vector128<ushort> Low, Vector128<ushort> High) LoadTail(ReadOnlySpan<char> text)
    {
        Debug.Assert(text.Length < Length, "This is no tail.");
        var block = Vector256<ushort>.Zero;
        text.CopyTo(MemoryMarshal.Cast<Vector256<ushort>, char>(new Span<Vector256<ushort>>(ref block)));
        return (block.GetLower(), block.GetUpper());
    }
}
