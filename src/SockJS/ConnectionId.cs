using System.Security.Cryptography;

namespace SockJS;

/// <summary>Makes the names of connections: 128 random bits.</summary>
internal static class ConnectionId
{
    private const int Length = 32;

    public static string Create() => RandomNumberGenerator.GetHexString(Length);
}
