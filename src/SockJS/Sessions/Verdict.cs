namespace SockJS.Sessions;

/// <summary>What time has brought about for a session.</summary>
/// <param name="Outcome">Whether it ends.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct Verdict(SweepOutcome Outcome, SockJSCloseReason Reason)
{
    public static Verdict None => default;
}
