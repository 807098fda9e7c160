namespace SockJS.SocketIO.EngineIO.Protocol;

/// <summary>A packet of Engine.IO.</summary>
/// <param name="type">What it says.</param>
/// <param name="data">Its payload: UTF-8, or any bytes where it is binary.</param>
/// <param name="isBinary">Whether the payload is binary; only messages are.</param>
internal readonly ref struct EnginePacket(PacketType type, ReadOnlySpan<byte> data, bool isBinary = false)
{
    public PacketType Type { get; } = type;

    public ReadOnlySpan<byte> Data { get; } = data;

    public bool IsBinary { get; } = isBinary;
}
