namespace SockJS.Sessions;

// How messages that go to many are accepted, and what becomes of them where there is no room: then the policy of the endpoint decides.
internal sealed partial class Session
{
    private static readonly SockJSCloseReason s_tooSlow = new(SockJSCloseKind.TooSlow, SockJSCloseCodes.TooSlow, "Too slow");

    private KeyedMessages? _keyed;

    private SlowClientPolicy Policy => _context.Options.SlowClientPolicy;

    internal override ValueTask DeliverAsync(PreparedMessage message, string? key, CancellationToken cancellationToken)
    {
        var flush = false;
        bool accepted;
        SendWaiter? waiter = null;
        lock (_lock)
        {
            if (_state != SessionState.Open)
                return default;
            accepted = key is not null && Policy == SlowClientPolicy.Coalesce ? TryReplace(key, message, ref flush) : TryAccept(message, ref flush);
            if (!accepted && Policy == SlowClientPolicy.Wait)
                waiter = TryWait(message, cancellationToken);
        }

        if (flush)
            Flush();
        if (waiter is not null)
            return Awaited(waiter);
        if (!accepted)
            GiveUp();
        return default;
    }

    // Under the lock.
    private bool TryAccept(PreparedMessage message, ref bool flush)
    {
        if (Policy == SlowClientPolicy.DropOldest && !HasRoom)
            DropOldest();
        if (!HasRoom || _line is { IsEmpty: false })
            return false;
        flush = Accept(message);
        return true;
    }

    // Under the lock. What is replaced makes room for what replaces it, and no more.
    private bool TryReplace(string key, PreparedMessage message, ref bool flush)
    {
        _keyed ??= new KeyedMessages();
        var replaces = _keyed.TryGetBytes(key, out var bytes);
        if (!HasRoomWithout(replaces ? 1 : 0, bytes))
            return false;
        if (replaces)
            _context.Metrics.MessagesDropped(1);
        _keyed.Put(key, message, _outbound.SizeOf(message));
        flush = MustFlush();
        return true;
    }

    // Under the lock. Broadcasts that nobody awaits would wait without number, so that as much may wait as fits into the buffer.
    private SendWaiter? TryWait(PreparedMessage message, CancellationToken cancellationToken)
    {
        _line ??= new SenderLine();
        if (_line.Broadcasts >= _context.Options.SendBufferMessages || _line.BroadcastBytes >= _context.Options.SendBufferBytes)
            return null;
        var waiter = new SendWaiter(this, message, cancellationToken, _context.Time.GetTimestamp() + _context.SlowClientTicks);
        _line.Add(waiter);
        return waiter;
    }

    private void GiveUp()
    {
        if (Policy is SlowClientPolicy.DropNewest or SlowClientPolicy.DropOldest)
            _context.Metrics.MessagesDropped(1);
        else
            Close(s_tooSlow, dropMessages: true);
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
}
