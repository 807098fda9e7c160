using SockJS.SocketIO.Namespaces;
using SockJS.SocketIO.Protocol;
using SockJS.SocketIO.Protocol.MessagePack;

namespace SockJS.SocketIO.Connections;

internal sealed partial class ClientConnection
{
    /// <summary>Handles a message and releases it, the latter perhaps later than the task completes, where events may overtake each other.</summary>
    private ValueTask HandleAsync(SockJSMessage message)
    {
        if (_isViolated)
        {
            message.Release();
            return default;
        }

        var handling = _options.Parser == SocketIOParser.MessagePack ? UnpackAsync(message)
            : message.IsBinary ? AttachAsync(message)
            : ReadAsync(message.Memory);
        if (!handling.IsCompletedSuccessfully)
            return AwaitAsync(handling, message);
        message.Release();
        return default;
    }

    private static async ValueTask AwaitAsync(ValueTask handling, SockJSMessage message)
    {
        try
        {
            await handling.ConfigureAwait(false);
        }
        finally
        {
            message.Release();
        }
    }

    private ValueTask UnpackAsync(SockJSMessage message)
        => message.IsBinary
            && MessagePackPacket.TryRead(message.Utf8, _options.MaxAttachments, _options.MaxJsonDepth, out var text, out var attachments)
            ? ReadAsync(text, attachments)
            : Refuse("sent what is no packet");

    private ValueTask ReadAsync(ReadOnlyMemory<byte> text, IReadOnlyList<ReadOnlyMemory<byte>>? attachments = null)
    {
        if (_pending is not null)
            return Refuse("sent a text where an attachment was due");
        if (!SocketPacketReader.TryRead(text.Span, _options.MaxAttachments, out var packet))
            return Refuse("sent what is no packet");
        var data = text[^packet.Data.Length..];
        switch (packet.Type)
        {
            case SocketPacketType.Connect:
                return ConnectAsync(packet.Namespace, data);
            case SocketPacketType.ConnectError:
                return RefuseState("sent a packet that only servers send");
            case SocketPacketType.Ack or SocketPacketType.BinaryAck:
                // It came before there was anybody to take it, and so to ask.
                return Refuse("sent an answer before it was asked");
        }

        if (_sockets.Find(packet.Namespace) is not { } socket)
            return HandleStray(packet);
        switch (packet.Type)
        {
            case SocketPacketType.Disconnect:
                return packet.Data.IsEmpty ? LeaveAsync(socket) : Refuse("left a namespace with data");
            case SocketPacketType.BinaryEvent when attachments is null:
                _pending = new PendingPacket(text.Span, packet.Attachments, MaxPacketBytes);
                return default;
            default:
                return HandleAsync(socket, data, packet.AckId, attachments);
        }
    }

    // The packets were on their way when the server has disconnected the socket.
    private ValueTask HandleStray(in SocketPacket packet)
    {
        if (!_sockets.WasAbandoned(packet.Namespace))
            return RefuseState("sent a packet for a namespace that it is not in");
        _strayAttachments = _options.Parser == SocketIOParser.Json ? packet.Attachments : 0;
        return default;
    }

    private ValueTask AttachAsync(SockJSMessage message)
    {
        if (_strayAttachments > 0)
        {
            _strayAttachments--;
            return default;
        }

        if (_pending is null || !_pending.TryAdd(message.Utf8))
            return Refuse("sent a binary message that is no attachment, or too large a one");
        if (!_pending.IsComplete)
            return default;
        var pending = _pending;
        _pending = null;
        SocketPacketReader.TryRead(pending.Text, _options.MaxAttachments, out var packet);
        // It may have been disconnected since the packet began.
        return _sockets.Find(packet.Namespace) is { } socket
            ? HandleAsync(socket, pending.Memory[^packet.Data.Length..], packet.AckId, pending.Attachments)
            : default;
    }

    private ValueTask HandleAsync(
        Socket socket, ReadOnlyMemory<byte> json, ulong? ackId, IReadOnlyList<ReadOnlyMemory<byte>>? attachments)
    {
        if (!ArgumentTable.TryRead(json.Span, _options.MaxJsonDepth, out var table)
            || !EventName.IsValid(json.Span, table)
            || (attachments is not null && !Placeholder.AreValid(json.Span, attachments.Count, _options.MaxAttachments)))
        {
            return Refuse("sent an event that is none");
        }

        var received = new IncomingEvent { Json = json, Table = table, Attachments = attachments, AckId = ackId };
        return _handlers is null ? socket.HandleAsync(received) : HandleBesideAsync(_handlers, socket, received);
    }

    // It goes on beside the events that follow, so that its memory cannot be that of the message.
    private static async ValueTask HandleBesideAsync(SemaphoreSlim handlers, Socket socket, IncomingEvent received)
    {
        await handlers.WaitAsync().ConfigureAwait(false);
        var handling = socket.HandleAsync(received with { Json = received.Json.ToArray() });
        if (handling.IsCompletedSuccessfully)
            handlers.Release();
        else
            _ = ReleaseAsync();

        async Task ReleaseAsync()
        {
            await handling.ConfigureAwait(false);
            handlers.Release();
        }
    }

    private ValueTask Refuse(string rule)
    {
        Violate(rule);
        return default;
    }

    // The packet is one, but not at this time.
    private ValueTask RefuseState(string rule)
    {
        Violate(rule, isOutOfState: true);
        return default;
    }
}
