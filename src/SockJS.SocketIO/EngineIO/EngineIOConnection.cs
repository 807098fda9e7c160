using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SockJS.SocketIO.EngineIO;

/// <summary>One client's connection, whatever transport carries it at present. All members may be used from any thread.</summary>
public abstract class EngineIOConnection
{
    private protected EngineIOConnection()
    {
    }

    /// <summary>Gets the name of the connection, which may be logged and told: never the session id of the protocol, which is a secret.</summary>
    public abstract string Id { get; }

    /// <summary>Gets the transport that carries packets at present.</summary>
    public abstract EngineIOTransport Transport { get; }

    /// <summary>Gets the user, as authenticated by the newest request of the connection.</summary>
    public abstract ClaimsPrincipal User { get; }

    /// <summary>Gets the stable name of the user that opened the connection.</summary>
    /// <value>
    /// The claim <see cref="ClaimTypes.NameIdentifier"/>, else the claim <c>sub</c>, else the name of the identity; <see langword="null"/> where
    /// the user is not authenticated, or has none of the three.
    /// </value>
    public abstract string? UserId { get; }

    /// <summary>Gets what the request that opened the connection said of the client: addresses, path and headers.</summary>
    public abstract SockJSClientInfo Client { get; }

    /// <summary>Gets the query of the request that opened the connection.</summary>
    public abstract IQueryCollection Query { get; }

    /// <summary>Gets a place to keep things that belong to the connection. It is not synchronised.</summary>
    public abstract IDictionary<object, object?> Items { get; }

    /// <summary>Gets a token that is cancelled when nothing can be sent any more, whatever the end was.</summary>
    public abstract CancellationToken Closed { get; }

    /// <summary>Gets why the connection ended.</summary>
    /// <value>It means something once <see cref="Closed"/> is cancelled, as it is when <see cref="ReadAllAsync"/> has come to its end, and does not change then.</value>
    public abstract EngineIOCloseReason CloseReason { get; }

    /// <summary>Gets the time at which the connection was opened.</summary>
    public abstract DateTimeOffset Opened { get; }

    /// <summary>Gets the number of bytes, as encoded, that wait to be sent to the client or are being sent.</summary>
    public abstract int QueuedBytes { get; }

    /// <summary>Gets a value indicating whether messages can be sent.</summary>
    internal abstract bool IsOpen { get; }

    /// <summary>Gets a value indicating whether the transport can take a message right now, so that nothing waits for the client.</summary>
    internal abstract bool IsWritable { get; }

    /// <summary>Queues a message for the client, and waits while the send buffer of the connection is full.</summary>
    /// <param name="message">The message; strings and bytes convert implicitly.</param>
    /// <param name="cancellationToken">Ends the wait for room. A message that was accepted is sent all the same.</param>
    /// <returns>A task that completes when the message was accepted. It is sent in the order of acceptance.</returns>
    /// <exception cref="SockJSConnectionClosedException">The connection is closed, or was before there was room.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before there was room.</exception>
    public abstract ValueTask SendAsync(EngineIOMessage message, CancellationToken cancellationToken = default);

    /// <summary>Queues a message for the client if there is room in the send buffer.</summary>
    /// <param name="message">The message; strings and bytes convert implicitly.</param>
    /// <returns><see langword="true"/> where the message was accepted, <see langword="false"/> where the buffer is full or the connection closed.</returns>
    public abstract bool TrySend(EngineIOMessage message);

    /// <summary>Closes the connection once what was accepted is sent. Only the first call has an effect.</summary>
    /// <returns>A task that completes when the close was accepted.</returns>
    public abstract ValueTask CloseAsync();

    /// <summary>Reads the client's messages, in order, until the connection closes.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The messages of this connection go to namespaces of Socket.IO.</exception>
    public virtual IAsyncEnumerable<EngineIOMessage> ReadAllAsync(CancellationToken cancellationToken = default)
        => throw new InvalidOperationException("The messages of this connection go to the namespaces of its endpoint.");

    /// <summary>
    /// Queues whole WebSocket frames, as <see cref="Protocol.PacketFrames"/> writes them, and waits while the send buffer is full. They stay
    /// together, and are turned into packets of another form where the transport wants one.
    /// </summary>
    /// <param name="frames">The frames; they must not change until the task has completed.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    /// <exception cref="SockJSConnectionClosedException">The connection is closed, or was before there was room.</exception>
    internal abstract ValueTask SendFramesAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken);

    /// <summary>Queues whole frames if there is room.</summary>
    /// <returns><see langword="false"/> where there is none, or the connection is closed.</returns>
    internal abstract bool TrySendFrames(ReadOnlyMemory<byte> frames);

    /// <summary>Queues whole frames that go to many; where there is no room, the policy for slow clients decides.</summary>
    internal abstract ValueTask DeliverAsync(PreparedMessage frames, CancellationToken cancellationToken);

    /// <summary>Writes what is queued, without waiting for what the thread is about to send besides.</summary>
    internal abstract void Flush();

    /// <summary>Closes the connection for a reason of the library's own.</summary>
    internal abstract void Close(EngineIOCloseReason reason);
}
