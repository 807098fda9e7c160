namespace SockJS.SocketIO.Protocol;

/// <summary>A packet of Socket.IO, as far as its header tells.</summary>
internal readonly ref struct SocketPacket
{
    public required SocketPacketType Type { get; init; }

    /// <summary>Gets the number of binary messages that follow.</summary>
    public int Attachments { get; init; }

    /// <summary>Gets the namespace, with its slash; <c>/</c> where the packet names none.</summary>
    public required ReadOnlySpan<byte> Namespace { get; init; }

    /// <summary>Gets the number under which an answer is wanted or given.</summary>
    public ulong? AckId { get; init; }

    /// <summary>Gets the JSON text after the header, which was not looked at; empty where there is none.</summary>
    public ReadOnlySpan<byte> Data { get; init; }
}
