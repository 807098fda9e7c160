using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>A page with one script element per frame.</summary>
internal sealed class HtmlFileFraming(string callback) : Framing
{
    // Old browsers render nothing before they have as much.
    private const int MinBeginning = 1024;

    protected override bool TryTakeBeginning(ReadOnlySpan<byte> body, out int length)
    {
        var end = body.IndexOf("\r\n\r\n"u8);
        length = end + 4;
        if (end < 0)
            return false;
        if (length < MinBeginning)
            throw new FormatException($"The page begins with less than {MinBeginning} bytes.");
        if (body[..end].IndexOf(Encoding.ASCII.GetBytes($"var c = parent.{callback};")) < 0)
            throw new FormatException($"The page does not call {callback}.");
        return true;
    }

    protected override bool TryTake(ReadOnlySpan<byte> body, out string frame, out int length)
    {
        var found = TryTakeBetween(body, "<script>\np("u8, ");\n</script>\r\n"u8, out var literal, out length);
        frame = found ? Unquote(literal) : "";
        return found;
    }
}
