using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Connections;

// What happens on the thread that reads: answers are taken out of the packets, in whose order they are not.
internal sealed partial class ClientConnection
{
    private PendingPacket? _pendingAnswer;

    // Attachments of an event, which go into the queue behind it.
    private int _passing;

    public bool FollowsLast { get; private set; }

    public bool TryTake(ReadOnlySpan<byte> message, bool isBinary)
    {
        if (_isViolated)
            return true;
        FollowsLast = false;
        if (_options.Parser == SocketIOParser.MessagePack)
            return isBinary && MessagePackPacket.IsAnswer(message) && TryTakePacked(message);
        if (isBinary)
            return TryTakeAttachment(message);
        if (_pendingAnswer is not null || _passing > 0)
            return Take("sent a text where an attachment was due");
        switch (message.IsEmpty ? default : (SocketPacketType)message[0])
        {
            case SocketPacketType.Ack or SocketPacketType.BinaryAck:
                TakeAnswer(message);
                return true;
            case SocketPacketType.BinaryEvent:
                // What is no packet goes into the queue, where it is refused in its turn.
                if (SocketPacketReader.TryRead(message, _options.MaxAttachments, out var packet))
                    _passing = packet.Attachments;
                return false;
            default:
                return false;
        }
    }

    private bool TryTakeAttachment(ReadOnlySpan<byte> message)
    {
        if (_pendingAnswer is null)
        {
            FollowsLast = _passing > 0;
            _passing = Math.Max(_passing - 1, 0);
            return false;
        }

        if (!_pendingAnswer.TryAdd(message))
            return Take("sent too large an answer");
        if (!_pendingAnswer.IsComplete)
            return true;
        var pending = _pendingAnswer;
        _pendingAnswer = null;
        SocketPacketReader.TryRead(pending.Text, _options.MaxAttachments, out var packet);
        if (_sockets.Find(packet.Namespace) is { } socket)
            Complete(socket, packet, pending.Attachments);
        return true;
    }

    private bool TryTakePacked(ReadOnlySpan<byte> message)
    {
        if (MessagePackPacket.TryRead(message, _options.MaxAttachments, _options.MaxJsonDepth, out var text, out var attachments))
            TakeAnswer(text, attachments);
        else
            Violate("sent an answer that is none");
        return true;
    }

    private void TakeAnswer(ReadOnlySpan<byte> message, IReadOnlyList<ReadOnlyMemory<byte>>? attachments = null)
    {
        if (!SocketPacketReader.TryRead(message, _options.MaxAttachments, out var packet))
        {
            Violate("sent an answer that is none");
            return;
        }

        var socket = _sockets.Find(packet.Namespace);
        if (socket is null && !_sockets.WasAbandoned(packet.Namespace))
            Violate("sent an answer for a namespace that it is not in", isOutOfState: true);
        else if (packet.Attachments > 0 && attachments is null)
            _pendingAnswer = new PendingPacket(message, packet.Attachments, MaxPacketBytes);
        else if (socket is not null)
            Complete(socket, packet, attachments);
    }

    private void Complete(Socket socket, in SocketPacket packet, IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
    {
        if (!ArgumentTable.TryRead(packet.Data, _options.MaxJsonDepth, out var table)
            || (attachments is not null && !Placeholder.AreValid(packet.Data, attachments.Count, _options.MaxAttachments)))
        {
            Violate("sent an answer that is none");
            return;
        }

        // Numbers that nobody knows are those of answers that came too late.
        if (packet.AckId is { } id)
            socket.Acks.Take(id)?.Answered(table.Count == 0 ? default : table.Get(packet.Data, 0), attachments);
    }

    private bool Take(string rule)
    {
        Violate(rule);
        return true;
    }
}
