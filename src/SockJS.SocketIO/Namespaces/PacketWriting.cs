using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

/// <summary>Begins what the sockets of a namespace send.</summary>
internal static class PacketWriting
{
    public static PacketWriter BeginAnswer(Namespace nameSpace, ulong id)
    {
        var packet = PacketWriter.Rent(nameSpace.Format);
        packet.Begin(SocketPacketType.Ack, nameSpace.Utf8Name, id);
        return packet;
    }

    /// <summary>Adds an argument; where that fails the writer is given back.</summary>
    public static PacketWriter WithArgument<T>(this PacketWriter packet, T argument)
    {
        try
        {
            packet.Add(argument);
            return packet;
        }
        catch
        {
            packet.Return();
            throw;
        }
    }

    /// <summary>Adds arguments as what they are at run time; where that fails the writer is given back.</summary>
    public static PacketWriter WithObjects(this PacketWriter packet, object?[] arguments)
    {
        try
        {
            foreach (var argument in arguments)
                packet.AddObject(argument);
            return packet;
        }
        catch
        {
            packet.Return();
            throw;
        }
    }
}
