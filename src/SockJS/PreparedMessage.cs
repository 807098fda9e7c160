namespace SockJS;

/// <summary>A message for many receivers: it is encoded at its first use, once per kind of framing, and the same bytes go to all.</summary>
public sealed class PreparedMessage
{
    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">The text of the message.</param>
    public PreparedMessage(string text) => Text = text ?? throw new ArgumentNullException(nameof(text));

    private PreparedMessage(ReadOnlyMemory<byte> frames)
    {
        Text = "";
        Frames = frames;
        IsFrames = true;
    }

    /// <summary>
    /// Gets a value indicating whether the message is encoded already, by a protocol such as Socket.IO, as <see cref="Frames"/>; else it is a
    /// text, which <see cref="ToString"/> returns.
    /// </summary>
    public bool IsFrames { get; }

    /// <summary>Gets whole frames as a server sends them over a WebSocket, one after the other; empty where the message is a text.</summary>
    public ReadOnlyMemory<byte> Frames { get; }

    internal string Text { get; }

    // Two threads may both encode; they write the same bytes, so either result will do.
    internal byte[]? Quoted { get; set; }

    internal byte[]? RawFrame { get; set; }

    internal WrappedMessage? Wrapped { get; set; }

    /// <summary>Makes a message of frames, as another server has made them.</summary>
    /// <remarks>
    /// For an <see cref="IBackplane"/>, which hands them over in a <see cref="BackplaneMessage"/> for the same endpoint. They are sent as they
    /// are, so that they must come from nobody but a server of the application. As a message of a <see cref="SockJSConnection"/> or an
    /// <see cref="ISockJSAudience"/> they are an <see cref="ArgumentException"/>.
    /// </remarks>
    /// <param name="frames">The bytes of <see cref="Frames"/>. They are not copied, and must not change.</param>
    public static PreparedMessage FromFrames(ReadOnlyMemory<byte> frames) => new(frames);

    /// <summary>Returns the text of the message; an empty one where it is made of frames.</summary>
    public override string ToString() => Text;
}
