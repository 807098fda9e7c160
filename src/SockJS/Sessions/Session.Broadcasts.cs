using SockJS.Diagnostics;

namespace SockJS.Sessions;

// How messages that go to many are accepted, and what becomes of them where there is no room: then the policy of the endpoint decides.
internal abstract partial class Session
{
    private static readonly SockJSCloseReason s_tooSlow = new(SockJSCloseKind.TooSlow, SockJSCloseCodes.TooSlow, "Too slow");

    private KeyedMessages? _keyed;

    private SlowClientPolicy Policy => _context.Options.SlowClientPolicy;

    internal override ValueTask DeliverAsync(PreparedMessage message, string? key, CancellationToken cancellationToken)
    {
        var flush = false;
        var dropped = 0;
        bool accepted;
        SendWaiter? waiter = null;
        lock (_lock)
        {
            if (_state != SessionState.Open)
                return default;
            accepted = key is not null && Policy == SlowClientPolicy.Coalesce ? TryReplace(key, message, ref flush, ref dropped) : TryAccept(message, ref flush, ref dropped);
            if (!accepted && Policy == SlowClientPolicy.Wait)
                waiter = TryWait(message, cancellationToken);
        }

        if (flush)
            Flush();
        if (dropped > 0)
            NoteDropped(dropped, Policy == SlowClientPolicy.Coalesce ? SlowClientDecision.Coalesced : SlowClientDecision.DroppedOldest);
        if (waiter is not null)
        {
            _context.Metrics.Decided(SlowClientDecision.Waited);
            return Awaited(waiter);
        }

        if (!accepted)
            GiveUp();
        return default;
    }

    // Under the lock.
    private bool TryAccept(PreparedMessage message, ref bool flush, ref int dropped)
    {
        if (Policy == SlowClientPolicy.DropOldest && !HasRoom)
            dropped = DropOldest();
        if (!HasRoom || _line is { IsEmpty: false })
            return false;
        flush = Accept(SockJSMessage.OfPrepared(message));
        return true;
    }

    // Under the lock. What is replaced makes room for what replaces it, and no more.
    private bool TryReplace(string key, PreparedMessage message, ref bool flush, ref int dropped)
    {
        _keyed ??= new KeyedMessages();
        var replaces = _keyed.TryGetBytes(key, out var bytes);
        if (!HasRoomWithout(replaces ? 1 : 0, bytes))
            return false;
        if (replaces)
            dropped = 1;
        _keyed.Put(key, message, _outbound.SizeOf(message));
        CountBytes();
        flush = MustFlush();
        return true;
    }

    // Under the lock. Broadcasts that nobody awaits would wait without number, so that as much may wait as fits into the buffer.
    private SendWaiter? TryWait(PreparedMessage message, CancellationToken cancellationToken)
    {
        _line ??= new SenderLine();
        if (_line.Broadcasts >= _context.Options.SendBufferMessages || _line.BroadcastBytes >= _context.Options.SendBufferBytes)
            return null;
        var waiter = new SendWaiter(this, SockJSMessage.OfPrepared(message), cancellationToken, _context.Time.GetTimestamp() + _context.SlowClientTicks);
        _line.Add(waiter);
        return waiter;
    }

    private void GiveUp()
    {
        if (Policy is SlowClientPolicy.DropNewest or SlowClientPolicy.DropOldest)
        {
            NoteDropped(1, SlowClientDecision.DroppedNewest);
            return;
        }

        _context.Metrics.Decided(SlowClientDecision.Closed);
        Close(s_tooSlow, dropMessages: true);
    }

    private void GiveUpWaiting()
    {
        _context.Metrics.Decided(SlowClientDecision.WaitTimedOut);
        Close(s_tooSlow, dropMessages: true);
    }

    // Under the lock. Drops an eighth more than need be, so that a client that stays slow costs little per message.
    private int DropOldest()
    {
        var options = _context.Options;
        var bytes = _context.Buffered is { IsFull: true } ? Math.Min(BufferedBytes.Block, options.SendBufferBytes) : options.SendBufferBytes;
        var dropped = _outbound.DropOldest(
            Math.Max(0, bytes - (bytes / 8) - _inFlightBytes),
            Math.Max(0, options.SendBufferMessages - Math.Max(1, options.SendBufferMessages / 8) - _inFlightCount));
        CountBytes();
        AdmitWaiters();
        return dropped;
    }
}
