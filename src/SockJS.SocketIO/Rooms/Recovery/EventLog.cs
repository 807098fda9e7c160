namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>The last events of a namespace, for clients that come back. The lock of the sequence is held for all of it.</summary>
internal sealed class EventLog
{
    private readonly EventSequence _sequence;
    private readonly Queue<LoggedEvent> _events = new();
    private long _bytes;
    private bool _isClosed;

    // The newest of those that had to make room. What it held is nobody's any more.
    private (long Number, long Time)? _forgotten;

    public EventLog(EventSequence sequence)
    {
        _sequence = sequence;
        Turns = new TurnQueue(sequence);
        lock (sequence.Lock)
            sequence.Add(this);
    }

    public EventSequence Sequence => _sequence;

    /// <summary>Gets what sends the events in the order of their numbers.</summary>
    public TurnQueue Turns { get; }

    public int Count => _events.Count;

    /// <summary>Keeps an event.</summary>
    public void Add(long number, ReadOnlyMemory<byte> frames, MemberSelection selection)
    {
        // Whoever emits to a namespace may not know yet that it is gone, and nobody would take out what is kept now.
        if (_isClosed)
            return;
        ForgetOld();
        var added = new LoggedEvent(number, _sequence.Time.GetTimestamp(), frames, selection);
        _events.Enqueue(added);
        Weigh(added.Size);
        var options = _sequence.Options;
        if (_sequence.Bytes > options.MaxBytes)
            _sequence.ForgetOld();
        while (_events.Count > options.MaxEventsPerNamespace || _bytes > options.MaxBytesPerNamespace || _sequence.Bytes > options.MaxBytes)
        {
            if (_events.Count == 0)
                return;
            Forget();
        }
    }

    /// <summary>Finds the events that a socket has missed.</summary>
    /// <param name="since">The number of the last that it has got.</param>
    /// <param name="lost">When its loss was noticed.</param>
    /// <param name="isFor">Says whether an event was for it.</param>
    /// <returns><see langword="null"/> where some are not there any more, or they are too many.</returns>
    public List<LoggedEvent>? FindMissed(long since, long lost, Func<LoggedEvent, bool> isFor)
    {
        // What was sent so long before the loss has arrived, or the loss would have been noticed earlier.
        if (_forgotten is { } forgotten && forgotten.Number > since && _sequence.Time.GetElapsedTime(forgotten.Time, lost) < _sequence.Noticed)
            return null;
        var missed = _events.Where(one => one.Number > since && isFor(one)).Take(_sequence.Options.MaxEventsPerSocket + 1).ToList();
        return missed.Count > _sequence.Options.MaxEventsPerSocket ? null : missed;
    }

    /// <summary>Forgets all events, and keeps no more.</summary>
    public void Close()
    {
        _isClosed = true;
        _sequence.Remove(this);
        while (_events.Count > 0)
            Forget();
    }

    /// <summary>Forgets the events that nobody may want any more.</summary>
    public void ForgetOld()
    {
        while (_events.TryPeek(out var oldest) && _sequence.Time.GetElapsedTime(oldest.Time) > _sequence.Lifetime)
            Forget();
    }

    private void Forget()
    {
        var oldest = _events.Dequeue();
        _forgotten = (oldest.Number, oldest.Time);
        Weigh(-oldest.Size);
    }

    private void Weigh(int bytes)
    {
        _bytes += bytes;
        _sequence.Bytes += bytes;
    }
}
