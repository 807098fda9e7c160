namespace SockJS.Sessions;

/// <summary>
/// A session of a SockJS client. It gets a heartbeat whenever a receiver was attached for long enough, and ends when none has come back.
/// </summary>
internal sealed partial class SockJSSession : Session
{
    // The pong may arrive before the writer learns that its write has ended, so that a ping counts from when it is taken up.
    private const long PingUnderWay = long.MaxValue;

    private static readonly SockJSCloseReason s_noPong = new(SockJSCloseKind.NoPong, SockJSCloseCodes.GoAway, "No response from heartbeat");

    private readonly SockJSSessionContext _context;
    private long _heartbeatAt;
    private long _pingSent;

    public SockJSSession(SessionTable table, SockJSSessionContext context, SessionOrigin origin)
        : base(table, context, origin, origin.Transport == SockJSTransports.RawWebSocket ? MessageLayout.TextFrames : MessageLayout.JsonArray)
        => _context = context;

    private protected override Frame OpenFrame => Frame.Open;

    private protected override Frame HeartbeatFrame => Frame.Heartbeat;

    // Clients that poll ask once more for the close frame.
    private protected override bool EndsWhenTold => Key is null;

    public override void NoteAlive() => Volatile.Write(ref _pingSent, 0);

    private protected override Frame BeginClose(SockJSCloseReason reason) => Frame.Close(reason.Code, reason.Reason);

    private protected override void OnAttached()
    {
        IsHeartbeatDue = false;
        _heartbeatAt = _context.Time.GetTimestamp() + _context.HeartbeatTicks;
    }

    // Only a ping on a socket is answered.
    private protected override void OnHeartbeatTaken() => Interlocked.CompareExchange(ref _pingSent, PingUnderWay, 0);

    private protected override void OnHeartbeatWritten() => Interlocked.CompareExchange(ref _pingSent, _context.Time.GetTimestamp(), PingUnderWay);

    private protected override Verdict Judge(long now)
    {
        if (Sink is not null && now >= _heartbeatAt)
        {
            IsHeartbeatDue = true;
            _heartbeatAt = now + _context.HeartbeatTicks;
        }

        if (!IsWriting && Sink is null && now - IdleSince >= _context.DisconnectTicks)
            return new Verdict(SweepOutcome.End, TimedOut);
        return (IsWriting || Sink is not null) && IsPongMissing(now) ? new Verdict(SweepOutcome.Close, s_noPong) : Verdict.None;
    }

    private bool IsPongMissing(long now)
    {
        var sent = Volatile.Read(ref _pingSent);
        if (Key is not null || sent is 0 or PingUnderWay)
            return false;
        if (!IsHeldUp)
            return now - sent >= _context.PongTicks;
        // No pong can be seen while the socket is not read: that time does not count.
        Interlocked.CompareExchange(ref _pingSent, now, sent);
        return false;
    }
}
