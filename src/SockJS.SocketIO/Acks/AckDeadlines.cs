namespace SockJS.SocketIO.Acks;

/// <summary>
/// Gives up the answers of single clients that do not come in time. As all have the same time, they wait in one line, before one timer; what
/// is answered leaves it.
/// </summary>
internal sealed class AckDeadlines
{
    private const int VisitsPerSpan = 10;

    private static readonly TimeSpan s_longestPeriod = TimeSpan.FromMilliseconds(500);

    private readonly LinkedList<TimedAck> _waiting = new();
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _period;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private bool _isRunning;

    /// <param name="timeout">How long each waits; perhaps without end.</param>
    /// <param name="time">The clock.</param>
    public AckDeadlines(TimeSpan timeout, TimeProvider time)
    {
        _timeout = timeout;
        _period = timeout / VisitsPerSpan < s_longestPeriod ? timeout / VisitsPerSpan : s_longestPeriod;
        _time = time;
        _timer = time.CreateTimer(static deadlines => ((AckDeadlines)deadlines!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets the number of answers that are waited for.</summary>
    public int Count
    {
        get
        {
            lock (_waiting)
                return _waiting.Count;
        }
    }

    /// <summary>Begins the time of one that is waited for.</summary>
    public void Add(TimedAck ack)
    {
        if (_timeout == Timeout.InfiniteTimeSpan)
            return;
        lock (_waiting)
        {
            ack.Begun = _time.GetTimestamp();
            ack.Place = _waiting.AddLast(ack);
            if (!_isRunning)
                Start(_timeout);
        }
    }

    /// <summary>Ends the time of one that is waited for no more. What is not there does no harm.</summary>
    public void Remove(TimedAck ack)
    {
        lock (_waiting)
        {
            if (ack.Place is { } place)
                _waiting.Remove(place);
            ack.Place = null;
        }
    }

    private void Check()
    {
        List<TimedAck> due = [];
        lock (_waiting)
        {
            _isRunning = false;
            while (_waiting.First?.Value is { } first)
            {
                var left = _timeout - _time.GetElapsedTime(first.Begun);
                if (left > TimeSpan.Zero)
                {
                    // Those that are due soon after each other are given up at once.
                    Start(left > _period ? left : _period);
                    break;
                }

                _waiting.RemoveFirst();
                first.Place = null;
                due.Add(first);
            }
        }

        foreach (var ack in due)
            ack.Expire();
    }

    private void Start(TimeSpan dueTime)
    {
        _isRunning = true;
        // Whole milliseconds, or the timer would be early by a fraction of one.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(dueTime.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
