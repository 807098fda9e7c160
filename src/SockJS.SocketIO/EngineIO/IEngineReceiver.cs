using System.Threading.Channels;

namespace SockJS.SocketIO.EngineIO;

/// <summary>Receives the messages of one connection.</summary>
internal interface IEngineReceiver
{
    /// <summary>Gets the names of the groups that the connection is in.</summary>
    IReadOnlyCollection<string> Groups => [];

    /// <summary>
    /// Looks at a message before it is queued, on the thread that has read it, so that what a handler waits for gets past the messages that
    /// wait for the handler. It must be quick.
    /// </summary>
    /// <returns>Whether the message is done with, and does not go into the queue.</returns>
    bool TryTake(ReadOnlySpan<byte> message, bool isBinary);

    /// <summary>Handles the messages of the connection, in order, from its beginning to its end.</summary>
    /// <param name="messages">The messages; each is to be released after its use.</param>
    Task RunAsync(ChannelReader<SockJSMessage> messages);

    /// <summary>
    /// Gets a value indicating whether the message that was not consumed last belongs to the one before it: it needs no permit of its own,
    /// and is dropped with that one.
    /// </summary>
    bool FollowsLast => false;
}
