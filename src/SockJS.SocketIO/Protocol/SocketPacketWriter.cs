using System.Buffers.Text;
using SockJS.Protocol;

namespace SockJS.SocketIO.Protocol;

/// <summary>Writes the header of a packet; its JSON follows.</summary>
internal static class SocketPacketWriter
{
    // Twenty digits of an ack id, ten of a count, and what stands between them.
    private const int MaxFixedLength = 40;

    /// <summary>Appends a header.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="type">What the packet says.</param>
    /// <param name="nameSpace">The namespace in UTF-8, with its slash.</param>
    /// <param name="ackId">The number under which an answer is wanted or given.</param>
    /// <param name="attachments">How many binary messages follow.</param>
    public static void AppendHeader(
        ref PooledBuffer target, SocketPacketType type, ReadOnlySpan<byte> nameSpace, ulong? ackId = null, int attachments = 0)
    {
        var output = target.GetSpan(MaxFixedLength + nameSpace.Length);
        output[0] = (byte)type;
        var length = 1;
        if (attachments > 0)
        {
            Utf8Formatter.TryFormat(attachments, output[length..], out var digits);
            length += digits;
            output[length++] = (byte)'-';
        }

        if (nameSpace.Length > 1)
        {
            nameSpace.CopyTo(output[length..]);
            length += nameSpace.Length;
            output[length++] = (byte)',';
        }

        if (ackId is { } id)
        {
            Utf8Formatter.TryFormat(id, output[length..], out var digits);
            length += digits;
        }

        target.Advance(length);
    }
}
