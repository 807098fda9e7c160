using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The packets of a POST, on their way to the session. Those before one that breaks the protocol are handled, those behind it dropped.</summary>
internal sealed class PostedPackets(EngineSession session, Memory<byte> payload)
{
    private Memory<byte> _rest = payload;
    private bool _ended;
    private Intake _message = Intake.None;
    private MessageToll _toll;

    /// <summary>Delivers all packets; waits where there is no room.</summary>
    public async Task DeliverAsync()
    {
        while (true)
        {
            var complete = TryDeliver();
            session.Handle();
            if (complete)
                return;
            await (_toll.Owed > 0 ? session.WaitForPermitsAsync() : session.WaitForRoomAsync()).ConfigureAwait(false);
        }
    }

    private bool TryDeliver()
    {
        while (true)
        {
            if (_message.Verdict == MessageVerdict.Deliver && !TryDeliverMessage())
                return false;
            if (_message.Verdict == MessageVerdict.Invalid || !TryReadNext(out var packet))
                return true;
            // What was accepted before a packet that ends the session is handled first.
            _message = session.Take(packet, isBinary: false);
            if (_message.Verdict == MessageVerdict.Deliver && session.IsLimited && !_message.IsFree)
                _toll = new MessageToll(1);
        }
    }

    private bool TryDeliverMessage()
    {
        if (_toll.Owed > 0)
        {
            var admitted = session.Admit(ref _toll);
            if (admitted == Session.Later)
                return false;
            if (admitted != Session.All)
            {
                _message = Intake.None;
                session.NoteDropped();
            }
        }

        if (_message.Verdict == MessageVerdict.Deliver && !session.TryDeliver(_message.Data.Span, _message.IsBinary))
            return false;
        _message = Intake.None;
        return true;
    }

    // There is always a packet, if only an empty one, which is none.
    private bool TryReadNext(out ReadOnlyMemory<byte> packet)
    {
        packet = default;
        if (_ended)
            return false;
        var length = _rest.Span.IndexOf(PayloadReader.Separator);
        _ended = length < 0;
        packet = _ended ? _rest : _rest[..length];
        if (!_ended)
            _rest = _rest[(length + 1)..];
        return true;
    }
}
