using System.Buffers;

namespace SockJS.Protocol;

/// <summary>One frame per server-sent event.</summary>
internal sealed class EventSourceFormat : FrameFormat
{
    public static readonly EventSourceFormat Instance = new();

    private static readonly SearchValues<byte> s_escaped = SearchValues.Create("%\r\n\0"u8);

    // Opera took the first line of an event stream for part of the headers.
    private static readonly byte[] s_prelude = "\r\n"u8.ToArray();

    private EventSourceFormat()
    {
    }

    // A charset parameter is what some browsers refuse here; the format is UTF-8 by definition.
    public override string ContentType => "text/event-stream";

    public override ReadOnlyMemory<byte> Prelude => s_prelude;

    public override void Append(ref PooledBuffer destination, ReadOnlySpan<byte> frame)
    {
        destination.Append("data: "u8);

        // The client runs decodeURI over the data, so a percent sign of the message would throw there. The line ends and NUL cannot
        // occur in JSON, but one that did would forge an event.
        int run;
        while ((run = frame.IndexOfAny(s_escaped)) >= 0)
        {
            destination.Append(frame[..run]);
            destination.Append(Escape(frame[run]));
            frame = frame[(run + 1)..];
        }

        destination.Append(frame);
        destination.Append("\r\n\r\n"u8);
    }

    private static ReadOnlySpan<byte> Escape(byte value) => value switch
    {
        (byte)'%' => "%25"u8,
        (byte)'\r' => "%0D"u8,
        (byte)'\n' => "%0A"u8,
        _ => "%00"u8,
    };
}
