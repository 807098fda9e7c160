using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SockJS.Dispatch;
using SockJS.Sessions;

namespace SockJS.Multiplexing;

/// <summary>Handles the connections of a multiplexed endpoint: each carries the channels of several topics.</summary>
/// <param name="topics">The topics.</param>
/// <param name="options">The settings of the endpoint, which are those of every channel.</param>
/// <param name="time">The clock.</param>
/// <param name="failures">What becomes of frames that belong to no channel.</param>
/// <param name="logger">The log.</param>
/// <param name="createSender">Makes what sends values to the connection itself, beside its channels.</param>
internal sealed class Multiplexer(
    TopicTable topics,
    SockJSOptions options,
    TimeProvider time,
    FailureHandler failures,
    ILogger logger,
    Func<SockJSConnection, IPayloadSender> createSender) : IConnectionHandler
{
    private static readonly SockJSCloseReason s_invalid = new(SockJSCloseKind.InvalidMessage, SockJSCloseCodes.InvalidMessage, "Invalid message");
    private static readonly SockJSCloseReason s_unknown = new(SockJSCloseKind.InvalidMessage, SockJSCloseCodes.UnknownMessage, "Unknown message");

    public bool ReadsItself => false;

    public bool TakesUtf8 => true;

    public TopicTable Topics => topics;

    public int MaxChannels => options.MaxChannelsPerConnection;

    public Task RunAsync(SockJSConnection connection, ChannelReader<SockJSMessage> messages)
        => new MultiplexedConnection(this, connection).RunAsync(messages);

    public IPayloadSender CreateSender(SockJSConnection connection) => createSender(connection);

    /// <summary>Opens a channel.</summary>
    public ChannelConnection Open(SockJSConnection connection, Topic topic) => new(connection, topic, options, time, logger);

    /// <summary>Deals with a frame that is none.</summary>
    public void RefuseFrame(SockJSConnection connection) => failures.FrameRefused(connection, "invalid_frame", s_invalid);

    /// <summary>Deals with a frame of a topic that is not served.</summary>
    public void RefuseTopic(SockJSConnection connection) => failures.FrameRefused(connection, "unknown_topic", s_unknown);

    /// <summary>Deals with a message of a channel that was not opened.</summary>
    public void RefuseMessage(SockJSConnection connection) => failures.FrameRefused(connection, "not_subscribed", s_invalid);

    /// <summary>Refuses a channel that is one too many: the client is told that it is closed, if there is room for that.</summary>
    public void RefuseChannel(SockJSConnection connection, Topic topic)
    {
        failures.FrameRefused(connection, "too_many_channels", reason: null);
        connection.TrySend(topic.Unsubscription);
    }
}
