using SockJS.SocketIO.Payloads;

namespace SockJS.SocketIO.Namespaces;

/// <summary>Emits to one socket what may get lost.</summary>
internal sealed class VolatileEmitter(Socket socket, Namespace nameSpace) : Emitter
{
    protected override PacketWriter Begin(string name) => PacketWriter.BeginEvent(nameSpace.Format, name, nameSpace.Utf8Name, ackId: null);

    protected override ValueTask EndAsync(PacketWriter packet, CancellationToken cancellationToken)
    {
        packet.End();
        socket.SendVolatile(packet);
        return default;
    }
}
