using System.Globalization;
using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>Reads the little JSON of frames, by the letter: what the server has no reason to write is an error.</summary>
internal ref struct JsonScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    /// <summary>Takes a character, if it is the next one.</summary>
    public bool TryTake(char expected)
    {
        if (_position == _text.Length || _text[_position] != expected)
            return false;
        _position++;
        return true;
    }

    /// <exception cref="FormatException">Something else is next.</exception>
    public void Take(char expected)
    {
        if (!TryTake(expected))
            throw Unexpected($"'{expected}' was expected");
    }

    public readonly void TakeEnd()
    {
        if (_position < _text.Length)
            throw Unexpected("nothing more was expected");
    }

    public int TakeNumber()
    {
        var rest = _text[_position..];
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Unexpected("a number was expected");
        _position += digits.Length;
        return number;
    }

    public string TakeString()
    {
        Take('"');
        var content = new StringBuilder();
        while (!TryTake('"'))
        {
            var next = Next();
            if (next < ' ')
                throw Unexpected("a control character is not escaped");
            content.Append(next == '\\' ? TakeEscaped() : next);
        }

        return content.ToString();
    }

    private char TakeEscaped()
    {
        var name = Next();
        switch (name)
        {
            case '"' or '\\' or '/':
                return name;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _position += 4;
                return (char)unit;
            default:
                throw Unexpected("an escape sequence is unknown");
        }
    }

    private char Next() => _position < _text.Length ? _text[_position++] : throw Unexpected("more was expected");

    private readonly FormatException Unexpected(string what) => new($"At character {_position}, {what}.");
}
