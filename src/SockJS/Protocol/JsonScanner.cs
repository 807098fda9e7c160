using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace SockJS.Protocol;

/// <summary>Walks over the tokens of a payload, which are single characters and strings.</summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> payload)
{
    public const int End = -1;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private int _position;

    // Flips the comparison with U+0020 from signed (bytes beyond ASCII stop the scan) to unsigned (they do not) once UTF-8 is checked.
    private byte _flip;

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
        while (TryMoveToSpecial())
        {
            switch (_payload[_position])
            {
                case (byte)'"':
                    _position++;
                    return true;
                case (byte)'\\':
                    if (!TrySkipEscape())
                        return false;
                    break;
                case < 0x20:
                    return false;
                default:
                    if (!Utf8.IsValid(_payload[_position..]))
                        return false;
                    _flip = 0x80;
                    break;
            }
        }

        return false;
    }

    /// <summary>Returns how far the closing quote is away in a string that is known to be valid.</summary>
    public static int LengthOfValidString(ReadOnlySpan<byte> content)
    {
        var index = 0;
        while (true)
        {
            index += content[index..].IndexOfAny((byte)'"', (byte)'\\');
            if (content[index] == '"')
                return index;

            index += 2;
        }
    }

    private bool TryMoveToSpecial()
    {
        var flip = Vector128.Create(_flip);
        var limit = Vector128.Create((byte)(0x20 ^ _flip)).AsSByte();
        while (_payload.Length - _position >= Vector128<byte>.Count)
        {
            var block = Vector128.Create(_payload[_position..]);
            var special = (Vector128.LessThan((block ^ flip).AsSByte(), limit).AsByte()
                | Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (special != 0)
            {
                _position += BitOperations.TrailingZeroCount(special);
                return true;
            }

            _position += Vector128<byte>.Count;
        }

        for (; _position < _payload.Length; _position++)
        {
            var value = _payload[_position];
            if (value is < 0x20 or (byte)'"' or (byte)'\\' || (value >= 0x80 && _flip == 0))
                return true;
        }

        return false;
    }

    private bool TrySkipEscape()
    {
        var escape = _payload[_position..];
        if (escape.Length < 2)
            return false;

        switch (escape[1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                _position += 2;
                return true;
            case (byte)'u' when escape.Length >= 6 && IsHex(escape[2]) && IsHex(escape[3]) && IsHex(escape[4]) && IsHex(escape[5]):
                _position += 6;
                return true;
            default:
                return false;
        }
    }

    private static bool IsHex(byte value) => char.IsAsciiHexDigit((char)value);
}
