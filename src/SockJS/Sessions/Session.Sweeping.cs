namespace SockJS.Sessions;

// What time does to a session. One sweeper visits all of them; no session has a timer, and no send reads the clock.
internal sealed partial class Session
{
    // The pong may arrive before the writer learns that its write has ended, so that a ping counts from when it is taken up.
    private const long PingUnderWay = long.MaxValue;

    private long _idleSince;
    private long _heartbeatAt;
    private bool _heartbeatDue;
    private long _pingSent;
    private uint _writesSwept;
    private long _writesSweptAt;
    private uint _writesTrimmed;

    /// <summary>Says that the client's socket gave a sign of life.</summary>
    public void NoteAlive() => Volatile.Write(ref _pingSent, 0);

    /// <summary>Does what is due.</summary>
    /// <param name="now">The timestamp of the sweep.</param>
    public void Sweep(long now)
    {
        IFrameSink? stalled = null;
        Termination? termination = null;
        TaskCompletionSource? permits;
        var noPong = false;
        var tooSlow = false;
        lock (_lock)
        {
            if (_writing && IsStalled(now))
                termination = Stall(out stalled);
            else if (!_writing && _sink is null)
                termination = TimeOut(now);
            else
                noPong = IsPongMissing(now);
            if (_sink is not null && now >= _heartbeatAt)
            {
                _heartbeatDue = true;
                _heartbeatAt = now + _context.HeartbeatTicks;
            }

            tooSlow = _line is not null && _line.IsOverdue(now);
            if (_writesTrimmed == _writes)
                Trim();
            _writesTrimmed = _writes;
            (permits, _permits) = (_permits, null);
        }

        permits?.TrySetResult();

        try
        {
            if (termination is { } ended)
                Complete(ended);
        }
        finally
        {
            stalled?.Abort();
        }

        if (tooSlow)
            GiveUpWaiting();
        if (noPong)
            Close(new SockJSCloseReason(SockJSCloseKind.NoPong, SockJSCloseCodes.GoAway, "No response from heartbeat"), dropMessages: true);

        if (IsExpired)
            Close(s_authenticationExpired);

        // This also takes out what a handler that blocks its thread has sent.
        Flush();
    }

    // Under the lock: lets go of memory that was kept for the next message.
    private void Trim()
    {
        _outbound.Trim();
        if (_keyed is { Count: 0 })
            _keyed = null;
    }

    private Termination? Stall(out IFrameSink? stalled)
    {
        stalled = _writingTo;
        return TryTerminate(new SockJSCloseReason(SockJSCloseKind.TooSlow, SockJSCloseCodes.Abnormal, "Too slow"), out var termination) ? termination : null;
    }

    private Termination? TimeOut(long now)
        => now - _idleSince >= _context.DisconnectTicks
            && TryTerminate(s_timedOut, out var termination)
            ? termination
            : null;

    private bool IsStalled(long now)
    {
        if (_writesSwept != _writes)
        {
            _writesSwept = _writes;
            _writesSweptAt = now;
            return false;
        }

        return now - _writesSweptAt >= _context.SendTicks;
    }

    private bool IsPongMissing(long now)
    {
        var sent = Volatile.Read(ref _pingSent);
        if (Key is not null || sent is 0 or PingUnderWay)
            return false;
        if (!_inbound.IsFull && _permits is null)
            return now - sent >= _context.PongTicks;
        // While the queue is full, or messages wait for permits, the socket is not read, so no pong can be seen: that time does not count.
        Interlocked.CompareExchange(ref _pingSent, now, sent);
        return false;
    }

    private void BeginPing() => Interlocked.CompareExchange(ref _pingSent, PingUnderWay, 0);

    private void EndPing() => Interlocked.CompareExchange(ref _pingSent, _context.Time.GetTimestamp(), PingUnderWay);
}
