using System.Security.Claims;

namespace SockJS.Sessions;

// How receivers come and go. One at a time is attached; whoever detaches it under the lock releases it afterwards, unless a write is
// under way: then the writer releases it when the write has completed, so that a request never ends while something writes to it.
internal abstract partial class Session
{
    private static readonly SockJSCloseReason s_lost = new(SockJSCloseKind.Lost, SockJSCloseCodes.Abnormal, "Connection lost");

    private IFrameSink? _sink;
    private SockJSTransports _transport;
    private bool _openDue;

    /// <summary>Gets the receiver that is attached, if one is. Under the lock.</summary>
    private protected IFrameSink? Sink => _sink;

    /// <summary>Gets a value indicating whether a write is under way. Under the lock.</summary>
    private protected bool IsWriting => _writing;

    /// <summary>Gets a value indicating whether a receiver is attached.</summary>
    public bool HasReceiver
    {
        get
        {
            lock (_lock)
                return _sink is not null;
        }
    }

    /// <summary>Offers a receiver to the session, which starts writing to it at once.</summary>
    /// <param name="sink">The receiver.</param>
    /// <param name="user">The user of its request.</param>
    /// <param name="occupant">The task that completes when the present receiver is gone, if there is one.</param>
    public AttachResult Attach(IFrameSink sink, ClaimsPrincipal user, out Task occupant)
    {
        occupant = Task.CompletedTask;
        lock (_lock)
        {
            if (_state == SessionState.Closed)
                return AttachResult.Gone;
            if (!Takes(sink))
                return AttachResult.Refused;
            if (_sink is not null || _writing)
            {
                occupant = _sink?.Ended ?? _writingTo!.Ended;
                return _writing ? AttachResult.BeingAnswered : AttachResult.Occupied;
            }

            _context.Metrics.Of(sink.Transport).Attached();
            _sink = sink;
            _transport = sink.Transport;
            _user = user;
            _openDue = _state == SessionState.New;
            OnAttached();
        }

        Flush();
        return AttachResult.Attached;
    }

    /// <summary>Says that a receiver broke off. Does nothing where the session has let go of it already.</summary>
    /// <param name="sink">The receiver.</param>
    public void Lost(IFrameSink sink)
    {
        lock (_lock)
        {
            // A client that has its answer may close the connection before the write is known to have ended. That is no drop; and one
            // that went without its answer will not come back.
            if (sink.IsPoll && ReferenceEquals(_writingTo, sink))
                return;
        }

        End(sink, s_lost);
    }

    /// <summary>
    /// Says that a client broke off before its request was attached. A session that it has just opened ends, or clients that open and break off
    /// at once would take the places of others; one that has had a receiver waits for the next.
    /// </summary>
    public void LostUnopened()
    {
        Termination termination;
        lock (_lock)
        {
            if (_state != SessionState.New || _sink is not null || !TryTerminate(s_lost, out termination))
                return;
        }

        Complete(termination);
    }

    /// <summary>Ends the session from the side of its receiver: the client closed its socket, or broke the protocol.</summary>
    /// <param name="sink">The receiver; another one's word does not count.</param>
    /// <param name="reason">What happened.</param>
    public void End(IFrameSink sink, SockJSCloseReason reason)
    {
        Termination termination;
        lock (_lock)
        {
            if (!ReferenceEquals(_sink, sink) || !TryTerminate(reason, out termination))
                return;
        }

        Complete(termination);
    }

    /// <summary>Asks for a turn of the sink to write bytes of its own.</summary>
    public void RequestControl()
    {
        lock (_lock)
            _controlDue = true;
        Flush();
    }

    /// <summary>Says whether a receiver is of the kind that the session takes at present, under the lock.</summary>
    private protected virtual bool Takes(IFrameSink sink) => true;

    /// <summary>Called when a receiver was attached, under the lock.</summary>
    private protected virtual void OnAttached()
    {
    }

    // Under the lock. Returns the sink where the caller has to release it.
    private IFrameSink? Detach()
    {
        var sink = _sink;
        _sink = null;
        IdleSince = _context.Time.GetTimestamp();
        return _writing ? null : sink;
    }
}
