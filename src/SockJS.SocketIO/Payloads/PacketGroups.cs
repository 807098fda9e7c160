using System.Buffers.Text;
using SockJS.Protocol.WebSockets;
using SockJS.Sessions;
using SockJS.SocketIO.EngineIO.Protocol;
using SockJS.SocketIO.Protocol;

namespace SockJS.SocketIO.Payloads;

/// <summary>
/// Knows which frames that wait for a client are one packet: a header that announces attachments, and these. All of them were written here, so
/// that none is looked at twice.
/// </summary>
internal sealed class PacketGroups : IFrameGroups
{
    private PacketGroups()
    {
    }

    public static PacketGroups Instance { get; } = new();

    public int CountFollowing(ReadOnlySpan<byte> frames)
    {
        var packet = ReadyFrame.Read(ref frames, out var opcode);
        return opcode == WebSocketOpcode.Text
            && packet is [(byte)PacketType.Message, (byte)SocketPacketType.BinaryEvent or (byte)SocketPacketType.BinaryAck, .. var rest]
            && Utf8Parser.TryParse(rest, out int count, out _)
            ? count
            : 0;
    }

    /// <summary>Returns the length of the first packet with its attachments.</summary>
    public int LengthOf(ReadOnlySpan<byte> frames)
    {
        var rest = frames;
        for (var left = CountFollowing(frames); left >= 0; left--)
            ReadyFrame.Read(ref rest, out _);
        return frames.Length - rest.Length;
    }
}
