using System.Text;
using SockJS.Members;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Multiplexing;

/// <summary>A topic of a multiplexed endpoint: how its frames look, what handles its channels, and which there are.</summary>
/// <param name="name">The topic, not escaped.</param>
/// <param name="handler">Handles the channels.</param>
/// <param name="admit">Lets a channel join groups.</param>
internal sealed class Topic(string name, IConnectionHandler handler, Func<SockJSConnection, IMembership> admit)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(ChannelFrame.MessagePrefix(name));

    public IConnectionHandler Handler => handler;

    /// <summary>Gets the channels.</summary>
    public MemberTable<ChannelConnection> Channels { get; } = new();

    /// <summary>Gets the topic as clients write it.</summary>
    public byte[] Escaped { get; } = Encoding.UTF8.GetBytes(ChannelFrame.Escape(name));

    /// <summary>Gets what stands before a message.</summary>
    public string MessagePrefix { get; } = ChannelFrame.MessagePrefix(name);

    /// <summary>Gets the frame that closes a channel.</summary>
    public PreparedMessage Unsubscription { get; } = new(ChannelFrame.Unsubscription(name));

    /// <summary>Lets a channel join groups.</summary>
    public IMembership Admit(SockJSConnection channel) => admit(channel);

    /// <summary>Puts a message into a frame, which has to be released.</summary>
    public SockJSMessage Wrap(ReadOnlySpan<byte> utf8)
    {
        var length = _prefix.Length + utf8.Length;
        var array = System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        _prefix.CopyTo(array, 0);
        utf8.CopyTo(array.AsSpan(_prefix.Length));
        return SockJSMessage.FromRented(array, length);
    }
}
