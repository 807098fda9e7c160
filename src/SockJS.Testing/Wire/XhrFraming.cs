namespace SockJS.Testing.Wire;

/// <summary>One frame per line; when streaming, after a line of 2,048 times <c>h</c>.</summary>
internal sealed class XhrFraming(bool streaming) : Framing
{
    private const int PreludeLength = 2048;

    protected override bool TryTakeBeginning(ReadOnlySpan<byte> body, out int length)
    {
        length = streaming ? PreludeLength + 1 : 0;
        if (!streaming)
            return true;
        var prelude = body[..Math.Min(body.Length, PreludeLength)];
        if (prelude.ContainsAnyExcept((byte)'h') || (body.Length > PreludeLength && body[PreludeLength] != '\n'))
            throw new FormatException($"A stream begins with {PreludeLength} times h and the end of the line.");
        return body.Length > PreludeLength;
    }

    protected override bool TryTake(ReadOnlySpan<byte> body, out string frame, out int length)
        => TryTakeBetween(body, [], "\n"u8, out frame, out length);
}
