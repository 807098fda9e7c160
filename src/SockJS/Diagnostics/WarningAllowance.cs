namespace SockJS.Diagnostics;

/// <summary>Counts lines of the log that clients cause, who can cause as many as they like: so many a minute are worth the disk that they fill.</summary>
/// <param name="time">The clock.</param>
/// <param name="perMinute">How many.</param>
internal sealed class WarningAllowance(TimeProvider time, int perMinute = WarningAllowance.PerMinute)
{
    public const int PerMinute = 100;

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private long _minuteEnds;
    private int _taken;

    /// <summary>Takes one line of those of this minute, if there is one left.</summary>
    public bool TryTake()
    {
        var ends = Volatile.Read(ref _minuteEnds);
        var now = time.GetTimestamp();
        var next = now + (long)(s_minute.TotalSeconds * time.TimestampFrequency);
        if (now >= ends && Interlocked.CompareExchange(ref _minuteEnds, next, ends) == ends)
            Volatile.Write(ref _taken, 0);
        // Only counted up to the limit, or a long flood would come round to the beginning.
        return Volatile.Read(ref _taken) < perMinute && Interlocked.Increment(ref _taken) <= perMinute;
    }
}
