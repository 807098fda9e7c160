namespace SockJS.Testing;

/// <summary>A clock that stands still until it is told to go on. Timers run on the thread that does so.</summary>
/// <remarks>
/// Registered as the <see cref="TimeProvider"/> of an application before <c>AddSockJS</c>, it makes heartbeats, delays and timeouts happen when a test
/// says so. All members may be used from any thread, except that one at a time may let time pass.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _epoch;

    // Not zero: code that takes a timestamp of 0 for none must not be right by accident.
    private TimeSpan _now = TimeSpan.FromHours(1);

    /// <summary>Initializes a new instance of the <see cref="ManualTimeProvider"/> class, whose time begins at 01:00 on the first of January 1970.</summary>
    public ManualTimeProvider()
        : this(DateTimeOffset.UnixEpoch.AddHours(1))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ManualTimeProvider"/> class.</summary>
    /// <param name="start">The time at which it begins.</param>
    public ManualTimeProvider(DateTimeOffset start) => _epoch = start.ToUniversalTime() - _now;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets how long it is until the next timer is due; <see langword="null"/> where none waits.</summary>
    public TimeSpan? UntilNextTimer
    {
        get
        {
            lock (_lock)
                return _timers.Min(static timer => (TimeSpan?)timer.Due) - _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
            return _now.Ticks;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _epoch.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; every timer that is due on the way runs at its time.</summary>
    /// <param name="span">How much time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is negative.</exception>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        TimeSpan end;
        lock (_lock)
            end = _now + span;
        while (TakeDue(end) is { } timer)
            timer.Run();
    }

    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (_lock)
        {
            var next = _timers.MinBy(static timer => timer.Due);
            if (next is null || next.Due > end)
            {
                _now = end;
                return null;
            }

            _now = next.Due;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);
            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, Action run) : ITimer
    {
        private bool _disposed;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                if (_disposed)
                    return false;
                time._timers.Remove(this);
                (Due, Period) = (time._now + dueTime, period);
                if (dueTime >= TimeSpan.Zero)
                    time._timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                _disposed = true;
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
