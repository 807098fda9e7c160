namespace SockJS.SocketIO.Protocol;

/// <summary>The names that events may not have, since the libraries raise events of these names themselves.</summary>
/// <remarks>
/// The checks at compile time are built from this same file, so that they never disagree with the server. Hence it keeps to
/// netstandard2.0 and to no usings.
/// </remarks>
internal static class ReservedEvents
{
    private static readonly string[] s_names = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

    /// <summary>Gets the names, for messages.</summary>
    public static System.Collections.Generic.IReadOnlyList<string> Names => s_names;

    public static bool Contains(string name) => System.Array.IndexOf(s_names, name) >= 0;

    public static bool Contains(System.ReadOnlySpan<byte> name)
        => System.MemoryExtensions.SequenceEqual(name, "connect"u8)
            || System.MemoryExtensions.SequenceEqual(name, "connect_error"u8)
            || System.MemoryExtensions.SequenceEqual(name, "disconnect"u8)
            || System.MemoryExtensions.SequenceEqual(name, "disconnecting"u8)
            || System.MemoryExtensions.SequenceEqual(name, "newListener"u8)
            || System.MemoryExtensions.SequenceEqual(name, "removeListener"u8);
}
