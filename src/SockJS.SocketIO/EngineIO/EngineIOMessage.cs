using System.Runtime.InteropServices;
using System.Text;

namespace SockJS.SocketIO.EngineIO;

/// <summary>A message of Engine.IO: text or bytes.</summary>
/// <remarks>Strings and bytes convert implicitly.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct EngineIOMessage
{
    private readonly ReadOnlyMemory<byte> _data;

    private EngineIOMessage(ReadOnlyMemory<byte> data, bool isBinary)
    {
        _data = data;
        IsBinary = isBinary;
    }

    /// <summary>Gets a value indicating whether the message is bytes, and not text.</summary>
    public bool IsBinary { get; }

    /// <summary>Gets the bytes of the message; of a text, its UTF-8.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">The text; lone surrogates become U+FFFD.</param>
    public static implicit operator EngineIOMessage(string text) => FromString(text);

    /// <summary>Makes a message of bytes.</summary>
    /// <param name="data">The bytes; they must not change until the send has completed.</param>
    public static implicit operator EngineIOMessage(ReadOnlyMemory<byte> data) => FromBinary(data);

    /// <summary>Makes a message of bytes.</summary>
    /// <param name="data">The bytes; they must not change until the send has completed.</param>
    public static implicit operator EngineIOMessage(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FromBinary(data);
    }

    /// <summary>Makes a message of a text.</summary>
    /// <param name="text">The text; lone surrogates become U+FFFD.</param>
    public static EngineIOMessage FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new EngineIOMessage(Encoding.UTF8.GetBytes(text), isBinary: false);
    }

    /// <summary>Makes a message of a text in UTF-8.</summary>
    /// <param name="utf8">The text; it must not change until the send has completed.</param>
    public static EngineIOMessage FromUtf8(ReadOnlyMemory<byte> utf8) => new(utf8, isBinary: false);

    /// <summary>Makes a message of bytes.</summary>
    /// <param name="data">The bytes; they must not change until the send has completed.</param>
    public static EngineIOMessage FromBinary(ReadOnlyMemory<byte> data) => new(data, isBinary: true);

    /// <summary>Returns the text of the message; of bytes, what they are as UTF-8.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_data.Span);
}
