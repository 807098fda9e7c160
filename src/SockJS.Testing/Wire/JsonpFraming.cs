using System.Text;

namespace SockJS.Testing.Wire;

/// <summary>A script that calls back with one frame.</summary>
internal sealed class JsonpFraming(string callback) : Framing
{
    private readonly byte[] _beginning = Encoding.ASCII.GetBytes($"/**/{callback}(");

    protected override bool TryTake(ReadOnlySpan<byte> body, out string frame, out int length)
    {
        var found = TryTakeBetween(body, _beginning, ");\r\n"u8, out var literal, out length);
        frame = found ? Unquote(literal) : "";
        return found;
    }
}
