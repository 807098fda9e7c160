using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>What a packet of the client comes to.</summary>
/// <param name="Verdict">Whether there is a message in it.</param>
/// <param name="Data">The message.</param>
/// <param name="IsBinary">Whether it is bytes.</param>
internal readonly record struct Intake(MessageVerdict Verdict, ReadOnlyMemory<byte> Data = default, bool IsBinary = false)
{
    public static Intake None => new(MessageVerdict.Ignore);

    public static Intake Ended => new(MessageVerdict.Invalid);
}
