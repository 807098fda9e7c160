namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>The last events of a namespace, for clients that come back. The lock of the sequence is held for all of it.</summary>
internal sealed class EventLog(EventSequence sequence)
{
    private readonly Queue<LoggedEvent> _events = new();
    private long _bytes;

    // The newest of those that had to make room.
    private LoggedEvent? _forgotten;

    public EventSequence Sequence => sequence;

    /// <summary>Gets what sends the events in the order of their numbers.</summary>
    public TurnQueue Turns { get; } = new(sequence);

    public int Count => _events.Count;

    /// <summary>Keeps an event.</summary>
    public void Add(long number, ReadOnlyMemory<byte> frames, MemberSelection selection)
    {
        ForgetOld();
        _events.Enqueue(new LoggedEvent(number, sequence.Time.GetTimestamp(), frames, selection));
        _bytes += frames.Length;
        sequence.Bytes += frames.Length;
        var options = sequence.Options;
        while (_events.Count > options.MaxEventsPerNamespace || _bytes > options.MaxBytesPerNamespace || sequence.Bytes > options.MaxBytes)
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
        if (_forgotten is { } forgotten && forgotten.Number > since && sequence.Time.GetElapsedTime(forgotten.Time, lost) < sequence.Noticed)
            return null;
        var missed = _events.Where(one => one.Number > since && isFor(one)).Take(sequence.Options.MaxEventsPerSocket + 1).ToList();
        return missed.Count > sequence.Options.MaxEventsPerSocket ? null : missed;
    }

    /// <summary>Forgets all events.</summary>
    public void Clear()
    {
        while (_events.Count > 0)
            Forget();
    }

    private void ForgetOld()
    {
        while (_events.TryPeek(out var oldest) && sequence.Time.GetElapsedTime(oldest.Time) > sequence.Lifetime)
            Forget();
    }

    private void Forget()
    {
        _forgotten = _events.Dequeue();
        _bytes -= _forgotten.Frames.Length;
        sequence.Bytes -= _forgotten.Frames.Length;
    }
}
