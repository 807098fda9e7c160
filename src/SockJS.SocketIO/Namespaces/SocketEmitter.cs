using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

/// <summary>Emits to one socket.</summary>
internal sealed class SocketEmitter(Socket socket, Namespace nameSpace) : Emitter
{
    protected override PacketWriter Begin(string name) => PacketWriter.BeginEvent(nameSpace.Format, name, nameSpace.Utf8Name, ackId: null);

    protected override ValueTask EndAsync(PacketWriter packet, CancellationToken cancellationToken)
    {
        nameSpace.Mapping.Metrics?.EventSent();
        if (nameSpace.Rooms.Log is { } log)
            return socket.SendLoggedAsync(packet, log, cancellationToken);
        packet.End();
        return socket.SendAsync(packet, cancellationToken);
    }
}
