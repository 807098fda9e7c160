namespace SockJS.SocketIO.Protocol;

/// <summary>The names that events may not have, since the libraries raise events of these names themselves.</summary>
internal static class ReservedEvents
{
    /// <summary>The names, for messages.</summary>
    public static IReadOnlyList<string> Names { get; } = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

    public static bool Contains(string name) => Names.Contains(name);

    public static bool Contains(ReadOnlySpan<byte> name) => name.SequenceEqual("connect"u8)
        || name.SequenceEqual("connect_error"u8)
        || name.SequenceEqual("disconnect"u8)
        || name.SequenceEqual("disconnecting"u8)
        || name.SequenceEqual("newListener"u8)
        || name.SequenceEqual("removeListener"u8);
}
