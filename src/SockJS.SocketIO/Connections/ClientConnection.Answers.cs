using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Connections;

// What happens on the thread that reads: answers are taken out of the packets, in whose order they are not.
internal sealed partial class ClientConnection
{
    private PendingPacket? _pendingAnswer;

    // Attachments that are due, and whether they are those of an answer. Those of an event go into the queue behind it.
    private int _following;
    private bool _followsAnswer;

    public MessageLane Sort(ReadOnlySpan<byte> message, bool isBinary)
    {
        if (_isViolated)
            return MessageLane.None;
        if (_options.Parser == SocketIOParser.MessagePack)
            return isBinary && MessagePackPacket.IsAnswer(message) ? MessageLane.Past : MessageLane.Queue;
        if (isBinary)
            return SortAttachment();
        if (_following > 0)
        {
            Violate("sent a text where an attachment was due");
            return MessageLane.None;
        }

        switch (message.IsEmpty ? default : (SocketPacketType)message[0])
        {
            case SocketPacketType.Ack:
                return MessageLane.Past;
            case SocketPacketType.BinaryAck:
                Follow(message);
                return MessageLane.Past;
            case SocketPacketType.BinaryEvent:
                Follow(message);
                return MessageLane.Queue;
            default:
                return MessageLane.Queue;
        }
    }

    public void Take(ReadOnlySpan<byte> message, bool isBinary)
    {
        if (_isViolated)
            return;
        if (_options.Parser == SocketIOParser.MessagePack)
            TakePacked(message);
        else if (isBinary)
            TakeAttachment(message);
        else
            TakeAnswer(message);
    }

    private MessageLane SortAttachment()
    {
        if (_following == 0)
            return MessageLane.Queue;
        _following--;
        return _followsAnswer ? MessageLane.PastWithLast : MessageLane.QueueWithLast;
    }

    // What is no packet is refused by whoever takes it.
    private void Follow(ReadOnlySpan<byte> header)
    {
        if (!SocketPacketReader.TryRead(header, _options.MaxAttachments, out var packet))
            return;
        _following = packet.Attachments;
        _followsAnswer = packet.Type == SocketPacketType.BinaryAck;
    }

    private void TakeAttachment(ReadOnlySpan<byte> message)
    {
        if (!_pendingAnswer!.TryAdd(message))
        {
            Violate("sent too large an answer");
            return;
        }

        if (!_pendingAnswer.IsComplete)
            return;
        var pending = _pendingAnswer;
        _pendingAnswer = null;
        SocketPacketReader.TryRead(pending.Text, _options.MaxAttachments, out var packet);
        if (_sockets.Find(packet.Namespace) is { } socket)
            Complete(socket, packet, pending.Attachments);
    }

    private void TakePacked(ReadOnlySpan<byte> message)
    {
        if (MessagePackPacket.TryRead(message, _options.MaxAttachments, _options.MaxJsonDepth, out var text, out var attachments))
            TakeAnswer(text, attachments);
        else
            Violate("sent an answer that is none");
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
}
