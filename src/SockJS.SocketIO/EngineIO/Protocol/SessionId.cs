using System.Security.Cryptography;

namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>Makes ids of sessions and sockets: twenty characters that need no escape in a URL, made of 120 random bits.</summary>
internal static class SessionId
{
    private const int Bytes = 15;

    public static string Create()
    {
        Span<byte> random = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToBase64String(random).Replace('+', '-').Replace('/', '_');
    }
}
