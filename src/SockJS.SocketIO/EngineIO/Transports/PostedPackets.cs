using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.EngineIO.Sessions;

namespace SockJS.SocketIO.EngineIO.Transports;

/// <summary>The packets of a POST, on their way to the session. Those before one that breaks the protocol are handled, those behind it dropped.</summary>
internal sealed class PostedPackets(EngineSession session, Memory<byte> payload)
{
    private PayloadReader _packets = new(payload);
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
            if (_message.Verdict == MessageVerdict.Invalid || !_packets.TryReadNext(out var packet))
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

        if (_message.Verdict == MessageVerdict.Deliver && !session.TryDeliver(_message))
            return false;
        _message = Intake.None;
        return true;
    }
}
