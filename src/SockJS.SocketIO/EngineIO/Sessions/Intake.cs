using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>What a packet of the client comes to.</summary>
/// <param name="Verdict">Whether there is a message in it.</param>
/// <param name="Data">The message.</param>
/// <param name="IsBinary">Whether it is bytes.</param>
/// <param name="IsFree">Whether it needs no permit, since it belongs to a message that has got one.</param>
/// <param name="IsPast">Whether it gets past the queue.</param>
internal readonly record struct Intake(MessageVerdict Verdict, ReadOnlyMemory<byte> Data = default, bool IsBinary = false, bool IsFree = false, bool IsPast = false)
{
    public static Intake None => new(MessageVerdict.Ignore);

    public static Intake Ended => new(MessageVerdict.Invalid);
}
