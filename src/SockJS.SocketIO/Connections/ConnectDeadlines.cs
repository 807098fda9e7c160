namespace SockJS.SocketIO.Connections;

/// <summary>Closes the connections that join no namespace in time. As all have the same time, they wait in one line, before one timer.</summary>
internal sealed class ConnectDeadlines
{
    private readonly Queue<ConnectDeadline> _waiting = new();
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private bool _isRunning;

    public ConnectDeadlines(TimeSpan timeout, TimeProvider time)
    {
        _timeout = timeout;
        _time = time;
        _timer = time.CreateTimer(static deadlines => ((ConnectDeadlines)deadlines!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins the time of a connection.</summary>
    /// <param name="expire">Called when it is over.</param>
    public ConnectDeadline Add(Action expire)
    {
        var deadline = new ConnectDeadline(_time.GetTimestamp(), expire);
        lock (_waiting)
        {
            _waiting.Enqueue(deadline);
            if (!_isRunning)
                Start(_timeout);
        }

        return deadline;
    }

    private void Check()
    {
        while (true)
        {
            ConnectDeadline? due;
            lock (_waiting)
            {
                _isRunning = false;
                if (!_waiting.TryPeek(out due))
                    return;
                var left = _timeout - _time.GetElapsedTime(due.Begun);
                if (!due.IsMet && left > TimeSpan.Zero)
                {
                    Start(left);
                    return;
                }

                _waiting.Dequeue();
            }

            due.Expire();
        }
    }

    private void Start(TimeSpan dueTime)
    {
        _isRunning = true;
        // Whole milliseconds, or the timer would be early by a fraction of one.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(dueTime.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
