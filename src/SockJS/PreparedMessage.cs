namespace SockJS;

/// <summary>A message for many receivers: it is encoded at its first use, once per kind of framing, and the same bytes go to all.</summary>
/// <param name="text">The text of the message.</param>
public sealed class PreparedMessage(string text)
{
    internal string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    // Two threads may both encode; they write the same bytes, so either result will do.
    internal byte[]? Quoted { get; set; }

    internal byte[]? RawFrame { get; set; }

    internal WrappedMessage? Wrapped { get; set; }

    /// <summary>Gets the whole WebSocket frames that the message consists of, where another protocol has encoded it.</summary>
    internal byte[]? Frames { get; private init; }

    /// <summary>Makes a message of whole WebSocket frames, which must not change any more.</summary>
    internal static PreparedMessage OfFrames(byte[] frames) => new("") { Frames = frames };

    /// <summary>Returns the text of the message.</summary>
    public override string ToString() => Text;
}
