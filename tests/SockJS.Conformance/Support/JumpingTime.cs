namespace SockJS.Conformance.Support;

/// <summary>The system's clock, which a test can put forward. Timers and timestamps go on as they did.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    public void Jump(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);
}
