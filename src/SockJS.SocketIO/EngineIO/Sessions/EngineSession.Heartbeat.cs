using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Sessions;

// The server pings, over every transport, and the client has a time to answer. The deadlines do not move with the sweeper: requests look at
// them too, so that a session is over exactly when it should be.
internal sealed partial class EngineSession
{
    private static readonly byte[] s_ping = ReadyPacket(PacketType.Ping);

    private long _pingAt;
    private long _pongBy;
    private long _late;
    private bool _pinged;
    private bool _extended;

    private protected override Frame HeartbeatFrame => new(FrameKind.Heartbeat, s_ping, 0, s_ping.Length);

    // A client that is sent to all the time must still be asked.
    private protected override bool HeartbeatComesFirst => true;

    /// <summary>Takes note of a packet that is no pong. Timers of browsers are late: once for each ping it counts as a sign of life.</summary>
    public void NotePacket()
    {
        if (Volatile.Read(ref _pongBy) == 0)
            return;
        lock (Lock)
        {
            if (_pongBy == 0 || _extended)
                return;
            _pongBy = _context.Time.GetTimestamp() + _context.PingTimeoutTicks;
            _extended = true;
        }
    }

    /// <summary>Takes note of a pong; one that nobody has asked for has no effect.</summary>
    public void NotePong()
    {
        lock (Lock)
        {
            if (!_pinged)
                return;
            _pinged = _extended = false;
            _pongBy = 0;
            _pingAt = _context.Time.GetTimestamp() + _context.PingIntervalTicks - _late;
        }
    }

    private protected override void OnHeartbeatTaken() => _pinged = true;

    private protected override Verdict Judge(long now)
    {
        if (_lingerUntil != 0)
            return Sink is null && !IsWriting && now >= _lingerUntil ? new Verdict(SweepOutcome.End, CloseReason) : Verdict.None;
        if (_pongBy == 0)
        {
            if (now < _pingAt)
                return Verdict.None;
            // A request may come before the sweeper, and later than the client had time.
            BeginPing(now);
        }

        // No pong can be seen while nothing is read from the client: that time does not count. One that does not even poll would not send any;
        // and what holds it up may be that it does not.
        if (IsHeldUp && Sink is not null)
            _pongBy = Math.Max(_pongBy, now + _context.PingTimeoutTicks);
        // The timer of a client that asks when its time is over may be a little ahead; one that waits for packets has all of its time.
        if (now < _pongBy - (Sink is null ? _context.EarlyTicks : 0))
            return Verdict.None;
        return new Verdict(Sink is null ? SweepOutcome.End : SweepOutcome.Close, CloseReasons.PingTimeout);
    }

    // A client that could be told now has its time from now on; one that does not even ask has had its time from when it should have asked.
    private void BeginPing(long now)
    {
        IsHeartbeatDue = true;
        // The sweeper comes a little late each time. That is not to add up, for clients that have a time for several pings.
        _late = Math.Min(now - _pingAt, _context.PingIntervalTicks / 20);
        _pongBy = (Sink is null ? _pingAt : now) + _context.PingTimeoutTicks;
    }
}
