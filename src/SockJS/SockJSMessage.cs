using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace SockJS;

/// <summary>A message to send: text, UTF-8 text, or text that was encoded once for many (<see cref="PreparedMessage"/>).</summary>
/// <remarks>A string converts implicitly, so that <c>connection.SendAsync("hello")</c> just works.</remarks>
public readonly struct SockJSMessage
{
    // In place of where the bytes begin, which is at 0 then; a member more would make the queues of all connections larger.
    private const int BinaryMark = -1;

    private readonly object? _source;
    private readonly int _start;
    private readonly int _length;

    private SockJSMessage(object source, int start = 0, int length = 0)
    {
        _source = source;
        _start = start;
        _length = length;
    }

    internal string? Text => _source as string;

    internal PreparedMessage? Prepared => _source as PreparedMessage;

    internal ReadOnlySpan<byte> Utf8 => _source is byte[] bytes ? bytes.AsSpan(Math.Max(_start, 0), _length) : default;

    /// <summary>Gets a value indicating whether the message is bytes, as protocols have them that are not SockJS; <see cref="Utf8"/> has them.</summary>
    internal bool IsBinary => _start == BinaryMark;

    /// <summary>Gets the bytes of a message that was made of bytes.</summary>
    internal ReadOnlyMemory<byte> Memory => _source is byte[] bytes ? bytes.AsMemory(Math.Max(_start, 0), _length) : default;

    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">Any text; lone surrogates reach the client unchanged, except over raw WebSocket, whose frames are UTF-8.</param>
    public static implicit operator SockJSMessage(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SockJSMessage(text);
    }

    /// <summary>Makes a message of a text that was encoded once for many receivers.</summary>
    /// <param name="message">The encoded text.</param>
    /// <exception cref="ArgumentException">The message is frames (<see cref="PreparedMessage.IsFrames"/>), which are no text.</exception>
    public static implicit operator SockJSMessage(PreparedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.IsFrames)
            throw new ArgumentException("Frames are for a backplane, which hands them to the protocol that has made them. They cannot be sent as a message.", nameof(message));
        return OfPrepared(message);
    }

    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">Any text.</param>
    public static SockJSMessage FromString(string text) => text;

    /// <summary>Makes a message of a text in UTF-8, which spares the way over a string. Invalid sequences become U+FFFD.</summary>
    /// <param name="utf8">The text; it must not change until the send has completed.</param>
    public static SockJSMessage FromUtf8(ReadOnlyMemory<byte> utf8)
        => MemoryMarshal.TryGetArray(utf8, out var segment) && segment.Array is { } array
            ? new SockJSMessage(array, segment.Offset, segment.Count)
            : new SockJSMessage(utf8.ToArray(), 0, utf8.Length);

    /// <summary>Makes a message of a text or of frames, for whoever knows that its clients take them.</summary>
    internal static SockJSMessage OfPrepared(PreparedMessage message) => new(message);

    /// <summary>Makes a message of bytes in an array of the shared pool, which <see cref="Release"/> returns to it.</summary>
    internal static SockJSMessage FromRented(byte[] array, int length, bool isBinary = false) => new(array, isBinary ? BinaryMark : 0, length);

    /// <summary>Gives back what <see cref="FromRented"/> was given. Once for each message, and for no other ones.</summary>
    internal void Release()
    {
        if (_source is byte[] array)
            ArrayPool<byte>.Shared.Return(array);
    }

    /// <summary>Makes a message of a text that was encoded once for many receivers.</summary>
    /// <param name="message">The encoded text.</param>
    /// <exception cref="ArgumentException">The message is frames (<see cref="PreparedMessage.IsFrames"/>), which are no text.</exception>
    public static SockJSMessage FromPreparedMessage(PreparedMessage message) => message;

    /// <summary>Returns the text of the message.</summary>
    public override string ToString() => _source switch
    {
        string text => text,
        PreparedMessage prepared => prepared.Text,
        byte[] => Encoding.UTF8.GetString(Utf8),
        _ => "",
    };
}
