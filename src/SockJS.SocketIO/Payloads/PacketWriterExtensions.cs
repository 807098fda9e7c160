namespace SockJS.SocketIO.Payloads;

/// <summary>Adds to a packet whose writer is given back where that fails, so that whoever begins one need not catch anything.</summary>
internal static class PacketWriterExtensions
{
    /// <summary>Adds an argument.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows its type.</exception>
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

    /// <summary>Adds arguments as what they are at run time.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type of one.</exception>
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
