using System.Diagnostics;
using System.Text;

namespace SockJS.Protocol;

/// <summary>A script that calls back with one frame.</summary>
internal sealed class JsonpFormat : FrameFormat
{
    private readonly string _callback;

    public JsonpFormat(string callback)
    {
        Debug.Assert(CallbackName.IsValid(callback, limitLength: true), "The callback becomes part of a script.");
        _callback = callback;
    }

    public override string ContentType => "application/javascript; charset=UTF-8";

    public override void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame)
    {
        // The comment keeps the callback from being the file signature of something that a plug-in would run.
        destination.Append("/**/"u8);
        destination.Advance(Encoding.ASCII.GetBytes(_callback, destination.GetSpan(_callback.Length)));
        destination.Append((byte)'(');
        ScriptLiteral.Append(ref destination, frame);
        destination.Append(");\r\n"u8);
    }
}
