using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Namespaces;

/// <summary>Writes why a client may not join a namespace.</summary>
internal static class Refusal
{
    /// <summary>Takes a writer and writes the packet.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows the type of the data.</exception>
    public static PacketWriter Write(ArgumentFormat format, ReadOnlySpan<byte> nameSpace, string message, object? data = null)
    {
        var packet = PacketWriter.Rent(format);
        try
        {
            var json = packet.BeginBare(SocketPacketType.ConnectError, nameSpace);
            json.WriteStartObject();
            json.WriteString("message"u8, message);
            if (data is not null)
            {
                json.WritePropertyName("data"u8);
                packet.AddPlain(data);
            }

            json.WriteEndObject();
            packet.EndBare();
            return packet;
        }
        catch
        {
            packet.Return();
            throw;
        }
    }
}
