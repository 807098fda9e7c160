namespace SockJS.Sessions;

// What time does to a session. One sweeper visits all of them; no session has a timer, and no send reads the clock.
internal abstract partial class Session
{
    private uint _writesSwept;
    private long _writesSweptAt;
    private uint _writesTrimmed;

    /// <summary>Gets since when there is no receiver. Under the lock.</summary>
    private protected long IdleSince { get; private set; }

    /// <summary>Gets a value indicating whether the client is not read at present, since its messages have to wait: nothing it says is heard then.</summary>
    private protected bool IsHeldUp => _inbound.IsFull || _permits is not null;

    /// <summary>Says that the client's socket gave a sign of life.</summary>
    public virtual void NoteAlive()
    {
    }

    /// <summary>Does what is due.</summary>
    /// <param name="now">The timestamp of the sweep.</param>
    public void Sweep(long now)
    {
        IFrameSink? stalled = null;
        Termination? termination = null;
        TaskCompletionSource? permits;
        Verdict verdict;
        var tooSlow = false;
        lock (_lock)
        {
            verdict = Judge(now);
            if (_writing && IsStalled(now))
                termination = Stall(out stalled);
            else if (verdict is { Outcome: SweepOutcome.End })
                termination = TryTerminate(verdict.Reason, out var ended) ? ended : null;
            tooSlow = _line is not null && _line.IsOverdue(now);
            if (_writesTrimmed == _writes)
                Trim();
            _writesTrimmed = _writes;
            (permits, _permits) = (_permits, null);
        }

        permits?.TrySetResult();

        try
        {
            if (termination is { } over)
                Complete(over);
        }
        finally
        {
            stalled?.Abort();
        }

        if (tooSlow)
            GiveUpWaiting();
        if (verdict is { Outcome: SweepOutcome.Close })
            Close(verdict.Reason, dropMessages: true);

        if (IsExpired)
            Close(s_authenticationExpired);

        // This also takes out what a handler that blocks its thread has sent.
        Flush();
    }

    /// <summary>Says what time has brought about, under the lock: a heartbeat, or an end.</summary>
    private protected abstract Verdict Judge(long now);

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
}
