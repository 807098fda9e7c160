namespace SockJS.Sessions;

// How a session ends. Close tells the client and lets the session live until it was told; Terminate ends it there and then. Both may
// come from any thread and more than once; the first to move the state decides the reason.
internal abstract partial class Session
{
    private protected static readonly SockJSCloseReason TimedOut = new(SockJSCloseKind.TimedOut, SockJSCloseCodes.Abnormal, "No receiver came back");

    private SockJSCloseReason _reason;
    private Frame _closeFrame;
    private CancellationTokenSource? _closed;

    // Whether a handler works off what the client has sent, until it has ended.
    private bool _isHandled;

    /// <summary>Gets a value indicating whether the session ends when its client was told of the close, and is not asked for it any more.</summary>
    private protected abstract bool EndsWhenTold { get; }

    /// <summary>Gets why the session ended, once it has.</summary>
    internal override SockJSCloseReason CloseReason
    {
        get
        {
            lock (_lock)
                return _reason;
        }
    }

    public override CancellationToken Closed
    {
        get
        {
            lock (_lock)
            {
                return _state >= SessionState.Closing ? new CancellationToken(canceled: true) : (_closed ??= new CancellationTokenSource()).Token;
            }
        }
    }

    public override ValueTask CloseAsync(int code, string reason)
    {
        CloseFrameRules.Check(code, reason);
        Close(new SockJSCloseReason(SockJSCloseKind.ServerClosed, code, reason));
        return default;
    }

    /// <summary>Ends the session there and then, as if no receiver had come back.</summary>
    /// <returns><see langword="false"/> where it has ended before.</returns>
    public bool Expire()
    {
        IFrameSink? cut;
        Termination termination;
        lock (_lock)
        {
            // A receiver over HTTP ends by being let go of; a socket, and whatever is being written to, does not.
            cut = _writingTo ?? (_sink is { IsSocket: true } ? _sink : null);
            if (!TryTerminate(TimedOut, out termination))
                return false;
        }

        // The request lasts until the completion lets go of its receiver, so that nobody else's is cut.
        cut?.Abort();
        Complete(termination);
        // The caller is the application, so that the session manager can be told at once.
        _events?.Tell();
        return true;
    }

    /// <summary>Gives up a session that nobody was told of, so that nobody ends it any more.</summary>
    /// <returns><see langword="false"/> where somebody has.</returns>
    public bool TryAbandon()
    {
        lock (_lock)
        {
            if (_state == SessionState.Closed)
                return false;
            _state = SessionState.Closed;
            return true;
        }
    }

    internal override void Close(SockJSCloseReason reason) => Close(reason, dropMessages: false);

    /// <summary>Closes the session: the client is told, and then it ends.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="dropMessages">Whether the messages that wait for the client are dropped.</param>
    private protected void Close(SockJSCloseReason reason, bool dropMessages)
    {
        lock (_lock)
        {
            if (!TryBeginClose(reason, dropMessages))
                return;
        }

        // What the client sent is dropped, as the application wants no more of it; unless the client itself has brought the end about.
        EndHandling(dropMessages: reason.Kind is not (SockJSCloseKind.ClientClosed or SockJSCloseKind.ProtocolError));
        Flush();
    }

    // Under the lock.
    private bool TryBeginClose(SockJSCloseReason reason, bool dropMessages)
    {
        if (_state >= SessionState.Closing)
            return false;
        _state = SessionState.Closing;
        _reason = reason;
        _closeFrame = BeginClose(reason);
        if (dropMessages)
            DropQueued();
        return true;
    }

    /// <summary>Ends the session there and then.</summary>
    private protected void Terminate(SockJSCloseReason reason)
    {
        Termination termination;
        lock (_lock)
        {
            if (!TryTerminate(reason, out termination))
                return;
        }

        Complete(termination);
    }

    // Under the lock, in one go with whatever the caller found there. The caller completes it outside.
    private bool TryTerminate(SockJSCloseReason reason, out Termination termination)
    {
        termination = default;
        if (_state == SessionState.Closed)
            return false;
        var wasClosing = _state == SessionState.Closing;
        if (!wasClosing)
            _reason = reason;
        _state = SessionState.Closed;
        DropQueued();
        termination = new Termination(Detach(), wasClosing, _isHandled);
        return true;
    }

    private void Complete(Termination termination)
    {
        // The client may come again as soon as its receiver is released, and must not find this session then.
        _table.Remove(this);
        if (termination.Sink is { } sink)
            Release(sink);
        OnEnded();
        if (!termination.WasClosing)
            EndHandling(dropMessages: false);
        if (!termination.IsHandled)
            _inbound.Abandon();
        _metrics.SessionEnded(CloseReason.Kind, _context.Time.GetElapsedTime(_openedAt));
        Log.Ended(this);
        if (_events is not null)
            NoteEnd(_events);
    }

    /// <summary>Called when the session begins to close, under the lock.</summary>
    /// <returns>The frame that tells the client.</returns>
    private protected abstract Frame BeginClose(SockJSCloseReason reason);

    /// <summary>Called when the session is over, outside of the lock.</summary>
    private protected virtual void OnEnded()
    {
    }

    private void NoteEnd(SessionEvents events)
    {
        events.Note(CloseReason.Kind == SockJSCloseKind.TimedOut ? SessionEvent.Expired | SessionEvent.Removed : SessionEvent.Removed);
        events.TellSoon();
    }

    // Messages that were accepted from a client that is gone are still handled, before the handler's close.
    private void EndHandling(bool dropMessages)
    {
        SenderLine? line;
        CancellationTokenSource? closed;
        TaskCompletionSource? permits;
        lock (_lock)
        {
            (line, _line) = (_line, null);
            (permits, _permits) = (_permits, null);
            (closed, _closed) = (_closed, null);
        }

        line?.Fail();
        permits?.TrySetResult();
        _inbound.Complete(dropMessages);
        // The reader and the token's callbacks are the user's code: they run on a thread of their own, not on the sweeper's or another session's.
        ThreadPool.UnsafeQueueUserWorkItem(static inbound => inbound.Wake(), _inbound, preferLocal: false);
        if (closed is not null)
            _ = CancelAsync(closed);
    }

    private async Task CancelAsync(CancellationTokenSource closed)
    {
        try
        {
            await closed.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.ClosedCallbackFailed(this, exception);
        }
    }

    private void StartHandler()
    {
        // The handler outlives the request, so nothing of its execution context must flow to it.
        ThreadPool.UnsafeQueueUserWorkItem(static session => _ = session.RunHandlerAsync(), this, preferLocal: false);
    }

    private async Task RunHandlerAsync()
    {
        Log.Opened(this);
        _span?.Start(_context.Metrics.Endpoint, OpenedTransport);
        _events?.Tell(startsHandler: true);
        try
        {
            await _context.Handler.RunAsync(this, _inbound).ConfigureAwait(false);
        }
        finally
        {
            _inbound.Abandon();
            _span?.Stop(CloseReason);
            _table.HandlerEnded();
        }
    }

    /// <summary>What is left to do outside the lock.</summary>
    private readonly record struct Termination(IFrameSink? Sink, bool WasClosing, bool IsHandled);
}
