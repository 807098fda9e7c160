using System.Buffers.Text;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SockJS.Protocol.WebSockets;

/// <summary>The key and its answer, by which both sides know that the other one speaks WebSocket (RFC 6455, section 4.2.2).</summary>
internal static class WebSocketHandshake
{
    private const int KeyLength = 24;
    private const int NonceLength = 16;

    public static bool IsValidKey([NotNullWhen(true)] string? key) =>
        key is { Length: KeyLength } && Base64.IsValid(key, out var decodedLength) && decodedLength == NonceLength;

    [SuppressMessage("Security", "CA5350", Justification = "The RFC demands SHA-1, and nothing is kept secret by it.")]
    public static string ComputeAccept(string key)
    {
        Debug.Assert(IsValidKey(key), "Only a checked key has an answer.");
        var guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8;
        Span<byte> text = stackalloc byte[KeyLength + 36];
        guid.CopyTo(text[Encoding.ASCII.GetBytes(key, text)..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(text, hash);
        return Convert.ToBase64String(hash);
    }
}
