namespace SockJS.Protocol;

/// <summary>What a frame of a multiplexed connection says.</summary>
internal enum ChannelFrameKind : byte
{
    /// <summary>It is no frame at all.</summary>
    Invalid,

    /// <summary><c>sub,topic</c>: the client opens a channel.</summary>
    Subscribe,

    /// <summary><c>uns,topic</c>: either side closes a channel.</summary>
    Unsubscribe,

    /// <summary><c>msg,topic,payload</c>: a message of a channel, in either direction. The payload may contain commas.</summary>
    Message,
}
