namespace SockJS.Dashboard;

/// <summary>What has gone through an endpoint since somebody watches.</summary>
internal sealed class Traffic
{
    private readonly long[] _totals = new long[(int)TrafficKind.Fallbacks + 1];

    public long this[TrafficKind kind] => Volatile.Read(ref _totals[(int)kind]);

    public void Add(TrafficKind kind, long count) => Interlocked.Add(ref _totals[(int)kind], count);
}
