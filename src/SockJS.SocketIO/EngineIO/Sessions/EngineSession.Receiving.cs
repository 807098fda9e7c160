using System.IO.Pipelines;
using System.Runtime.InteropServices;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;

namespace SockJS.SocketIO.EngineIO.Sessions;

// How packets arrive, by POST or by socket.
internal sealed partial class EngineSession
{
    private Task _posting = Task.CompletedTask;
    private PipeReader? _body;
    private bool _isDropping;

    /// <summary>Says that a client posts packets, which it may do one request after the other.</summary>
    /// <param name="post">The task of the request.</param>
    /// <returns><see langword="false"/> where another is under way, or the session is on a socket.</returns>
    public bool TryBeginPost(Task post)
    {
        lock (Lock)
        {
            if (_takesSockets || !_posting.IsCompleted)
                return false;
            _posting = post;
            return true;
        }
    }

    /// <summary>Says that a POST waits for more of its body, which it does no longer than the session lasts.</summary>
    /// <returns><see langword="false"/> where the session is over.</returns>
    public bool TryBeginReading(PipeReader body)
    {
        lock (Lock)
        {
            _body = IsOver ? null : body;
            return _body is not null;
        }
    }

    /// <summary>Says that a POST waits no more.</summary>
    public void EndReading()
    {
        lock (Lock)
            _body = null;
    }

    /// <summary>Takes a packet: does what it says, and finds the message in it.</summary>
    /// <param name="packet">The packet, in memory that may be written to: binary messages are decoded where they stand.</param>
    /// <param name="isBinary">Whether it came as bytes, which are always a message.</param>
    public Intake Take(ReadOnlyMemory<byte> packet, bool isBinary)
    {
        if (isBinary)
            return Receive(packet, isBinary: true);
        if (!PacketDecoder.TryDecode(MemoryMarshal.AsMemory(packet).Span, out var decoded))
        {
            Break(CloseReasons.ParseError);
            return Intake.Ended;
        }

        switch (decoded.Type)
        {
            case PacketType.Message:
                return Receive(packet.Slice(1, decoded.Data.Length), decoded.IsBinary);
            case PacketType.Pong:
                NotePong();
                return Intake.None;
            case PacketType.Ping:
                Break(CloseReasons.TransportError);
                return Intake.Ended;
            case PacketType.Close:
                CloseByClient();
                return Intake.Ended;
            default:
                NotePacket();
                return Intake.None;
        }
    }

    /// <summary>Adds a message that has its permit to the queue, without waking its reader, or lets it past.</summary>
    /// <returns><see langword="false"/> where there is no room: it has to come again after <see cref="Session.WaitForRoomAsync"/>.</returns>
    public bool TryDeliver(in Intake message)
    {
        if (!message.IsPast)
            return message.IsBinary ? TryReceiveBinary(message.Data.Span) : TryReceive(message.Data.Span);
        _receiver!.Take(message.Data.Span, message.IsBinary);
        return true;
    }

    /// <summary>Takes note that a message was dropped, as its client sends too many; what belongs to it goes with it.</summary>
    public void NoteDropped() => _isDropping = true;

    private Intake Receive(ReadOnlyMemory<byte> data, bool isBinary)
    {
        NotePacket();
        NoteReceived(1, data.Length);
        var lane = Volatile.Read(ref _receiver)?.Sort(data.Span, isBinary) ?? MessageLane.Queue;
        var follows = lane is MessageLane.QueueWithLast or MessageLane.PastWithLast;
        _isDropping &= follows;
        return _isDropping || lane == MessageLane.None
            ? Intake.None
            : new Intake(MessageVerdict.Deliver, data, isBinary, IsFree: follows, IsPast: lane >= MessageLane.Past);
    }

    // Under the lock, so that the request cannot end meanwhile and its reader be that of another one.
    private void AbandonPost()
    {
        lock (Lock)
            _body?.CancelPendingRead();
    }
}
