namespace SocketIOChat;

/// <summary>A picture on its way to the others. The bytes stay bytes, though they are inside an object.</summary>
public sealed record Picture(string Name, string Type, ReadOnlyMemory<byte> Data)
{
    /// <summary>How large a picture may be. It fits into a message of the default options, also where polling makes base64 of it.</summary>
    public const int MaxBytes = 500_000;

    /// <summary>What a visitor is told whose picture is larger.</summary>
    public const string TooLarge = "A picture has at most 500 kB.";

    private const int MaxNameLength = 100;

    /// <summary>Returns the type of a picture by what it is, whatever it is called; <see langword="null"/> where it is none.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return "image/png";
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (data.StartsWith("GIF8"u8))
            return "image/gif";
        return data.StartsWith("RIFF"u8) && data.Length >= 12 && data[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }

    /// <summary>Returns as much of a name as is shown.</summary>
    public static string Shorten(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength];
}
