namespace SockJS.Protocol;

/// <summary>What a service answers at its own URL.</summary>
internal static class Greeting
{
    public const string ContentType = "text/plain; charset=UTF-8";

    public static ReadOnlyMemory<byte> Body { get; } = "Welcome to SockJS!\n"u8.ToArray();
}
