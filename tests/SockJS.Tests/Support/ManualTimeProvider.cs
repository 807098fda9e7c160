namespace SockJS.Tests.Support;

/// <summary>A clock that stands still until it is told to go on. Timers run on the thread that does so.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];

    // Not zero: code that takes a timestamp of 0 for none must not be right by accident.
    private TimeSpan _now = TimeSpan.FromHours(1);

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

    public override long GetTimestamp()
    {
        lock (_lock)
            return _now.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; every timer that is due on the way runs at its time.</summary>
    public void Advance(TimeSpan span)
    {
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
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
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
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
