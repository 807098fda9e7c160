namespace SockJS.Sessions;

// How messages are accepted. A message is encoded under the lock, into the frame it will leave in. Where the buffer is full, a sender
// waits in line with its message; the writer takes it from there, so that the order of acceptance is the order of the calls.
internal abstract partial class Session
{
    private OutboundBuffer _outbound;
    private int _countedBlocks;
    private SenderLine? _line;
    private FlushScope? _scope;

    public override int QueuedBytes
    {
        get
        {
            lock (_lock)
                return Bytes;
        }
    }

    private int Count => _outbound.Count + _inFlightCount + (_keyed?.Count ?? 0);

    private int Bytes => _outbound.Bytes + _inFlightBytes + (_keyed?.Bytes ?? 0);

    private bool HasRoom => HasRoomWithout(0, 0);

    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        SendWaiter? waiter = null;
        var flush = true;
        lock (_lock)
        {
            if (_state >= SessionState.Closing)
                return ValueTask.FromException(new SockJSConnectionClosedException());
            if (HasRoom && _line is not { IsEmpty: false })
                flush = Accept(message);
            else if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled(cancellationToken);
            else
                (_line ??= new SenderLine()).Add(waiter = new SendWaiter(this, message, cancellationToken));
        }

        if (flush)
            Flush();
        return waiter is null ? default : Awaited(waiter);
    }

    /// <summary>Takes a sender that was cancelled out of the line, and its message with it.</summary>
    public void Forget(SendWaiter waiter)
    {
        lock (_lock)
            _line?.Remove(waiter);
    }

    public override bool TrySend(SockJSMessage message)
    {
        bool flush;
        lock (_lock)
        {
            if (_state >= SessionState.Closing || !HasRoom || _line is { IsEmpty: false })
                return false;
            flush = Accept(message);
        }

        if (flush)
            Flush();
        return true;
    }

    private ValueTask Awaited(SendWaiter waiter)
    {
        // The token may have been quicker than the line was long.
        if (waiter.Task.IsCompleted)
            Forget(waiter);
        return new ValueTask(waiter.Task);
    }

    // Under the lock.
    private bool HasRoomWithout(int count, int bytes)
        => Count - count < _context.Options.SendBufferMessages
            && Bytes - bytes < _context.Options.SendBufferBytes
            && _context.Buffered?.Allows(Bytes - bytes) != false;

    // Under the lock, wherever bytes have come or gone.
    private void CountBytes() => _context.Buffered?.Count(ref _countedBlocks, Bytes);

    // Under the lock. Returns whether the caller has to flush, now or at the latest when the flush scope of its thread ends.
    private bool Accept(SockJSMessage message)
    {
        _outbound.Append(message);
        CountBytes();
        return MustFlush();
    }

    private bool MustFlush()
    {
        var scope = FlushScope.Current;
        // A buffer that is full only because the scope holds it back would make a client look slow.
        if (scope is null || Bytes - _inFlightBytes >= FlushScope.MaxBytes || !HasRoom)
            return true;
        if (!ReferenceEquals(_scope, scope))
        {
            _scope = scope;
            scope.Add(this);
        }

        return false;
    }

    // Under the lock, whenever there is room again. Waiters complete asynchronously.
    private void AdmitWaiters()
    {
        while (_state < SessionState.Closing && HasRoom && _line is { IsEmpty: false } line)
        {
            var waiter = line.TakeFirst();
            if (!waiter.TryTake())
                continue;
            _outbound.Append(waiter.Message);
            CountBytes();
            waiter.SetResult();
        }
    }

    // Under the lock.
    private void DropQueued()
    {
        _outbound.Free();
        _keyed = null;
        CountBytes();
    }
}
