using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace SockJS.Protocol;

/// <summary>Walks over the tokens of a payload, which are single characters and strings.</summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> payload)
{
    public const int End = -1;

    private const uint OddBits = 0xAAAAAAAA;
    private const uint BlockBits = (1u << TextBlock.Length) - 1;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private int _position;
    private bool _isUtf8;

    /// <summary>Reads the next character that is not white space.</summary>
    public int ReadToken()
    {
        while (_position < _payload.Length)
        {
            var token = _payload[_position++];
            if (token is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return token;
        }

        return End;
    }

    /// <summary>Moves behind the string whose opening quote was read.</summary>
    public bool TrySkipString()
    {
        var carry = 0u;
        for (; _position < _payload.Length; _position += TextBlock.Length)
        {
            // The zeros behind the end of the payload are control characters, and so end an unfinished string as broken.
            var block = TextBlock.Load(_payload[_position..]);
            var quotes = TextBlock.Find(block, '"');
            var escaped = FindEscaped(TextBlock.Find(block, '\\'), ref carry);
            var ends = quotes & ~escaped;
            var inside = (ends - 1) & ~ends;
            if ((FindControls(block) & inside) != 0
                || !AreEscapes(escaped & ~quotes & inside)
                || ((block.ExtractMostSignificantBits() & inside) != 0 && !IsUtf8()))
                return false;

            if (ends != 0)
            {
                _position += BitOperations.TrailingZeroCount(ends) + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns how far the closing quote is away in a string that is known to be valid.</summary>
    public static int LengthOfValidString(ReadOnlySpan<byte> content)
    {
        // Most strings end here.
        var index = content.IndexOfAny((byte)'"', (byte)'\\');
        if (content[index] == '"')
            return index;

        var carry = 0u;
        for (; ; index += TextBlock.Length)
        {
            var block = TextBlock.Load(content[index..]);
            var escaped = FindEscaped(TextBlock.Find(block, '\\'), ref carry);
            var ends = TextBlock.Find(block, '"') & ~escaped;
            if (ends != 0)
                return index + BitOperations.TrailingZeroCount(ends);
        }
    }

    /// <summary>Returns one bit for each character that stands behind an effective backslash.</summary>
    /// <param name="backslashes">The backslashes of a block.</param>
    /// <param name="carry">1 when the block before ended in an effective backslash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FindEscaped(uint backslashes, ref uint carry)
    {
        if ((backslashes | carry) == 0)
            return 0;

        // In a row of backslashes every second one is escaped. The subtraction borrows along each row, so that with the odd bits set
        // around it the parity of the row's start decides which of its bits survive.
        var effectiveStarts = backslashes & ~carry;
        var parity = (((effectiveStarts << 1) | OddBits) - effectiveStarts) ^ OddBits;
        var escaped = parity ^ (backslashes | carry);
        carry = ((parity & backslashes) >> (TextBlock.Length - 1)) & 1;
        return escaped & BlockBits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FindControls(Vector128<byte> block) =>
        Vector128.Equals(block & Vector128.Create((byte)0xE0), Vector128<byte>.Zero).ExtractMostSignificantBits();

    private readonly bool AreEscapes(uint escaped)
    {
        for (; escaped != 0; escaped &= escaped - 1)
        {
            if (!IsEscape(_payload[(_position + BitOperations.TrailingZeroCount(escaped))..]))
                return false;
        }

        return true;
    }

    private static bool IsEscape(ReadOnlySpan<byte> form) => form switch
    {
        [(byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..] => true,
        [(byte)'u', var a, var b, var c, var d, ..] => IsHex(a) && IsHex(b) && IsHex(c) && IsHex(d),
        _ => false,
    };

    private static bool IsHex(byte value) => char.IsAsciiHexDigit((char)value);

    // At the first character beyond ASCII the whole rest is checked, at once and for good.
    private bool IsUtf8() => _isUtf8 = _isUtf8 || Utf8.IsValid(_payload[_position..]);
}
