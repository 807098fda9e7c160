using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>Takes frames out of the body of one response. What does not belong there is an error, which no browser would tell.</summary>
internal abstract class Framing
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Gets a value indicating whether the body has begun as it should.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Adds bytes of the body.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _end < bytes.Length)
        {
            var kept = _buffer[_start.._end];
            if (_buffer.Length - kept.Length < bytes.Length)
                _buffer = new byte[2 * (kept.Length + bytes.Length)];
            kept.CopyTo(_buffer, 0);
            (_start, _end) = (0, kept.Length);
        }

        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>Takes the next frame out, where all of it is there.</summary>
    /// <exception cref="SockJSTestException">The body has another form.</exception>
    public bool TryTake(out string frame)
    {
        frame = "";
        try
        {
            if (!HasBegun)
            {
                if (!TryTakeBeginning(_buffer.AsSpan(_start, _end - _start), out var length))
                    return false;
                _start += length;
                HasBegun = true;
            }

            if (!TryTake(_buffer.AsSpan(_start, _end - _start), out frame, out var consumed))
                return false;
            _start += consumed;
            return true;
        }
        catch (FormatException exception)
        {
            throw Unexpected(exception.Message, exception);
        }
    }

    /// <summary>Says that there are no more bytes.</summary>
    public void Complete()
    {
        if (_start < _end)
            throw Unexpected("The response ended in the middle of it.");
        if (!HasBegun)
            throw new SockJSTestException("The response ended before it had begun as responses of this transport do.");
    }

    /// <summary>Finds what comes before the first frame.</summary>
    /// <exception cref="FormatException">There is something else.</exception>
    protected virtual bool TryTakeBeginning(ReadOnlySpan<byte> body, out int length)
    {
        length = 0;
        return true;
    }

    /// <summary>Finds a frame.</summary>
    /// <exception cref="FormatException">There is something else.</exception>
    protected abstract bool TryTake(ReadOnlySpan<byte> body, out string frame, out int length);

    /// <summary>Finds what stands between a beginning and an end.</summary>
    protected static bool TryTakeBetween(
        ReadOnlySpan<byte> body, ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> end, out string content, out int length)
    {
        (content, length) = ("", 0);
        var common = Math.Min(body.Length, beginning.Length);
        if (!body[..common].SequenceEqual(beginning[..common]))
            throw new FormatException($"A frame begins with {Excerpt.Of(beginning)}.");
        if (common < beginning.Length)
            return false;
        var position = body[common..].IndexOf(end);
        if (position < 0)
            return false;
        content = Text(body.Slice(common, position));
        length = common + position + end.Length;
        return true;
    }

    protected static string Text(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return s_utf8.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("It is not UTF-8.", exception);
        }
    }

    /// <summary>Reads a string that a script passes on.</summary>
    protected static string Unquote(string literal)
    {
        var json = new JsonScanner(literal);
        var text = json.TakeString();
        json.TakeEnd();
        return text;
    }

    private SockJSTestException Unexpected(string problem, Exception? inner = null)
        => new($"The body of a response is not what this transport sends: {Excerpt.Of(_buffer.AsSpan(_start, _end - _start))} {problem}", inner);
}
