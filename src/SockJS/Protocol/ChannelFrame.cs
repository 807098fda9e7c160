using System.Globalization;
using System.Text;

namespace SockJS.Protocol;

/// <summary>One message of a multiplexed connection, as the package websocket-multiplex writes it.</summary>
internal readonly ref struct ChannelFrame
{
    private const int VerbLength = 3;

    private ChannelFrame(ChannelFrameKind kind, ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload)
    {
        Kind = kind;
        Topic = topic;
        Payload = payload;
    }

    public ChannelFrameKind Kind { get; }

    /// <summary>Gets the topic, escaped.</summary>
    public ReadOnlySpan<byte> Topic { get; }

    /// <summary>Gets what follows the topic; nothing where there is no second comma.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Takes a frame apart.</summary>
    public static ChannelFrame Parse(ReadOnlySpan<byte> message)
    {
        if (message.Length <= VerbLength || message[VerbLength] != ',')
            return default;
        var kind = KindOf(message[..VerbLength]);
        var topic = message[(VerbLength + 1)..];
        var end = topic.IndexOf((byte)',');
        return end < 0 ? new ChannelFrame(kind, topic, []) : new ChannelFrame(kind, topic[..end], topic[(end + 1)..]);
    }

    /// <summary>Returns what stands before the payload of a message.</summary>
    public static string MessagePrefix(string topic) => $"msg,{Escape(topic)},";

    /// <summary>Returns the frame that closes a channel.</summary>
    public static string Unsubscription(string topic) => $"uns,{Escape(topic)}";

    /// <summary>Writes a topic as clients do, by the function <c>escape</c> of JavaScript (ECMA-262, annex B.2.1.1).</summary>
    public static string Escape(string topic)
    {
        var escaped = new StringBuilder(topic.Length);
        foreach (var unit in topic)
        {
            if (char.IsAsciiLetterOrDigit(unit) || unit is '@' or '*' or '_' or '+' or '-' or '.' or '/')
                escaped.Append(unit);
            else
                escaped.Append(unit < 256 ? "%" : "%u").Append(((int)unit).ToString(unit < 256 ? "X2" : "X4", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static ChannelFrameKind KindOf(ReadOnlySpan<byte> verb)
    {
        if (verb.SequenceEqual("msg"u8))
            return ChannelFrameKind.Message;
        if (verb.SequenceEqual("sub"u8))
            return ChannelFrameKind.Subscribe;
        return verb.SequenceEqual("uns"u8) ? ChannelFrameKind.Unsubscribe : ChannelFrameKind.Invalid;
    }
}
