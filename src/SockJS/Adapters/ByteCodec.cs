using System.Buffers;

namespace SockJS.Adapters;

/// <summary>Turns messages into bytes and back. It keeps no state: bytes that do not make a message yet stay where they are.</summary>
internal abstract class ByteCodec
{
    /// <summary>Gets what a message is that cannot be decoded, for the log.</summary>
    public abstract string Problem { get; }

    public static ByteCodec Of(SockJSByteEncoding encoding) => encoding switch
    {
        SockJSByteEncoding.Utf8 => new Utf8Codec(),
        SockJSByteEncoding.Latin1 => new Latin1Codec(),
        SockJSByteEncoding.Base64 => new Base64Codec(),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "There is no such encoding."),
    };

    /// <summary>Appends the bytes that a message stands for.</summary>
    /// <param name="text">The message, valid UTF-8.</param>
    /// <param name="bytes">Where to append them.</param>
    /// <returns><see langword="false"/> where it stands for none; nothing was appended then.</returns>
    public abstract bool TryDecode(ReadOnlySpan<byte> text, IBufferWriter<byte> bytes);

    /// <summary>Makes a message of as many of these bytes as are complete.</summary>
    /// <param name="bytes">The bytes, at least one. They must not change until the message was accepted.</param>
    /// <param name="consumed">How many of them the message has; none where more are needed for the first character.</param>
    /// <exception cref="InvalidDataException">The encoding has no text for these bytes.</exception>
    public abstract SockJSMessage Encode(ReadOnlyMemory<byte> bytes, out int consumed);
}
