using System.Threading.Channels;

namespace SockJS.SocketIO.EngineIO;

/// <summary>Receives the messages of one connection.</summary>
internal interface IEngineReceiver
{
    /// <summary>Gets the names of the groups that the connection is in.</summary>
    IReadOnlyCollection<string> Groups => [];

    /// <summary>
    /// Says where a message goes, once for each and in their order, on the thread that has read it. Whether there is a permit for it is not
    /// known yet: what is said must hold for those that follow even where it is dropped.
    /// </summary>
    MessageLane Sort(ReadOnlySpan<byte> message, bool isBinary);

    /// <summary>
    /// Takes a message that gets past the queue, so that what a handler waits for need not wait for the handler. It must be quick.
    /// </summary>
    void Take(ReadOnlySpan<byte> message, bool isBinary);

    /// <summary>Handles the messages of the connection, in order, from its beginning to its end.</summary>
    /// <param name="messages">The messages; each is to be released after its use.</param>
    Task RunAsync(ChannelReader<SockJSMessage> messages);
}
