using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SockJS.Sessions;

/// <summary>What stands for the address of a client where its sessions are counted.</summary>
/// <param name="Prefix">The address of IPv4, the first half of an address of IPv6.</param>
/// <param name="IsV6">Whether it is of IPv6.</param>
internal readonly record struct ClientNetwork(ulong Prefix, bool IsV6)
{
    /// <summary>Returns the network of an address; <see langword="null"/> where there is none, as behind the socket of a file.</summary>
    /// <remarks>Whoever has an address of IPv6 has the whole network of 64 bits. A server that listens on both sees IPv4 as a part of IPv6.</remarks>
    public static ClientNetwork? Of(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _))
            return null;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new ClientNetwork(BinaryPrimitives.ReadUInt64BigEndian(bytes), IsV6: true)
            : new ClientNetwork(BinaryPrimitives.ReadUInt32BigEndian(bytes), IsV6: false);
    }
}
