using System.Buffers.Text;

namespace SockJS.SocketIO.Protocol;

/// <summary>Reads the header of a packet: <c>type[attachments-][namespace,][ack id][JSON]</c>, all but the type left out where it says nothing.</summary>
internal static class SocketPacketReader
{
    /// <summary>Reads a header.</summary>
    /// <param name="text">The packet, without the digit of Engine.IO.</param>
    /// <param name="maxAttachments">How many attachments a packet may have.</param>
    /// <param name="packet">What it says.</param>
    /// <returns><see langword="false"/> where it breaks the grammar, or the bound.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, int maxAttachments, out SocketPacket packet)
    {
        packet = default;
        if (text.IsEmpty || text[0] is < (byte)SocketPacketType.Connect or > (byte)SocketPacketType.BinaryAck)
            return false;
        var type = (SocketPacketType)text[0];
        var rest = text[1..];
        var attachments = 0;
        if (type >= SocketPacketType.BinaryEvent && !TryReadAttachments(ref rest, maxAttachments, out attachments))
            return false;
        var nameSpace = ReadNamespace(ref rest);
        if (!TryReadAckId(ref rest, out var ackId))
            return false;
        packet = new SocketPacket { Type = type, Attachments = attachments, Namespace = nameSpace, AckId = ackId, Data = rest };
        return true;
    }

    // A packet that announces none would wait for them for ever.
    private static bool TryReadAttachments(scoped ref ReadOnlySpan<byte> rest, int max, out int count)
    {
        if (!Utf8Parser.TryParse(rest, out uint parsed, out var length) || length == rest.Length || rest[length] != (byte)'-' || parsed == 0 || parsed > max)
        {
            count = 0;
            return false;
        }

        count = (int)parsed;
        rest = rest[(length + 1)..];
        return true;
    }

    private static ReadOnlySpan<byte> ReadNamespace(scoped ref ReadOnlySpan<byte> rest)
    {
        if (rest is not [(byte)'/', ..])
            return "/"u8;
        var end = rest.IndexOf((byte)',');
        var name = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return name;
    }

    private static bool TryReadAckId(scoped ref ReadOnlySpan<byte> rest, out ulong? id)
    {
        id = null;
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = rest.Length;
        if (digits == 0)
            return true;
        if (!Utf8Parser.TryParse(rest[..digits], out ulong parsed, out var length) || length != digits)
            return false;
        id = parsed;
        rest = rest[digits..];
        return true;
    }
}
