namespace SockJS.Protocol;

/// <summary>One frame per line, for polling and streaming over XMLHttpRequest.</summary>
internal sealed class XhrFormat : FrameFormat
{
    // Internet Explorer hands out nothing of a stream before it has 2 KiB; the client takes the line for a heartbeat.
    private const int PreludeLength = 2048;

    public static readonly XhrFormat Polling = new([]);

    public static readonly XhrFormat Streaming = new([.. Enumerable.Repeat((byte)'h', PreludeLength), (byte)'\n']);

    private readonly byte[] _prelude;

    private XhrFormat(byte[] prelude) => _prelude = prelude;

    public override string ContentType => "application/javascript; charset=UTF-8";

    public override ReadOnlyMemory<byte> Prelude => _prelude;

    public override void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame)
    {
        var output = destination.GetSpan(frame.Length + 1);
        frame.CopyTo(output);
        output[frame.Length] = (byte)'\n';
        destination.Advance(frame.Length + 1);
    }
}
