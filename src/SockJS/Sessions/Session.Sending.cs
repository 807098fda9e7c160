namespace SockJS.Sessions;

// How messages are accepted. A message is encoded under the lock, into the frame it will leave in. Where the buffer is full, a sender
// waits in line with its message; the writer takes it from there, so that the order of acceptance is the order of the calls.
internal sealed partial class Session
{
    private OutboundBuffer _outbound;
    private LinkedList<SendWaiter>? _waiters;
    private FlushScope? _scope;

    private bool HasRoom
        => _outbound.Count + _inFlightCount < _context.Options.SendBufferMessages && _outbound.Bytes + _inFlightBytes < _context.Options.SendBufferBytes;

    public override int QueuedBytes
    {
        get
        {
            lock (_lock)
                return _outbound.Bytes + _inFlightBytes;
        }
    }

    public override ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default)
    {
        SendWaiter? waiter = null;
        var flush = true;
        lock (_lock)
        {
            if (_state >= SessionState.Closing)
                return ValueTask.FromException(new SockJSConnectionClosedException());
            if (HasRoom && _waiters is not { Count: > 0 })
                flush = Accept(message);
            else if (cancellationToken.IsCancellationRequested)
                return ValueTask.FromCanceled(cancellationToken);
            else
                (_waiters ??= []).AddLast(waiter = new SendWaiter(this, message, cancellationToken));
        }

        // The token may have been quicker than the line was long.
        if (waiter is { Task.IsCompleted: true })
            Forget(waiter);

        if (flush)
            Flush();
        return waiter is null ? default : new ValueTask(waiter.Task);
    }

    /// <summary>Takes a sender that was cancelled out of the line, and its message with it.</summary>
    public void Forget(SendWaiter waiter)
    {
        lock (_lock)
            _waiters?.Remove(waiter);
    }

    public override bool TrySend(SockJSMessage message)
    {
        bool flush;
        lock (_lock)
        {
            if (_state >= SessionState.Closing || !HasRoom || _waiters is { Count: > 0 })
                return false;
            flush = Accept(message);
        }

        if (flush)
            Flush();
        return true;
    }

    internal override ValueTask DeliverAsync(PreparedMessage message, CancellationToken cancellationToken)
    {
        var policy = _context.Options.SlowClientPolicy;
        var flush = false;
        bool accepted;
        lock (_lock)
        {
            if (_state != SessionState.Open)
                return default;
            if (policy == SlowClientPolicy.DropOldest && !HasRoom)
                DropOldest();
            accepted = HasRoom && _waiters is not { Count: > 0 };
            if (accepted)
                flush = Accept(message);
        }

        if (flush)
            Flush();
        else if (!accepted && policy == SlowClientPolicy.Close)
            Close(new SockJSCloseReason(SockJSCloseKind.TooSlow, SockJSCloseCodes.TooSlow, "Too slow"), dropMessages: true);
        else if (!accepted)
            _context.Metrics.MessagesDropped(1);
        return default;
    }

    // Under the lock. Returns whether the caller has to flush, now or at the latest when the flush scope of its thread ends.
    private bool Accept(SockJSMessage message)
    {
        _outbound.Append(message);
        var scope = FlushScope.Current;
        // A buffer that is full only because the scope holds it back would make a client look slow.
        if (scope is null || _outbound.Bytes >= FlushScope.MaxBytes || !HasRoom)
            return true;
        if (!ReferenceEquals(_scope, scope))
        {
            _scope = scope;
            scope.Add(this);
        }

        return false;
    }

    // Under the lock. Drops an eighth more than need be, so that a client that stays slow costs little per message.
    private void DropOldest()
    {
        var options = _context.Options;
        var dropped = _outbound.DropOldest(
            Math.Max(0, options.SendBufferBytes - (options.SendBufferBytes / 8) - _inFlightBytes),
            Math.Max(0, options.SendBufferMessages - Math.Max(1, options.SendBufferMessages / 8) - _inFlightCount));
        _context.Metrics.MessagesDropped(dropped);
        AdmitWaiters();
    }

    // Under the lock, whenever there is room again. Waiters complete asynchronously.
    private void AdmitWaiters()
    {
        while (_state < SessionState.Closing && HasRoom && _waiters is { Count: > 0 } waiters)
        {
            var waiter = waiters.First!.Value;
            waiters.RemoveFirst();
            if (!waiter.TryTake())
                continue;
            _outbound.Append(waiter.Message);
            waiter.SetResult();
        }
    }
}
