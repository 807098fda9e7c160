using System.Security.Claims;
using System.Threading.Channels;

namespace SockJS;

/// <summary>One client's connection, the same for every transport. All members may be used from any thread.</summary>
public abstract class SockJSConnection : IRecipient
{
    /// <summary>Gets the name of the connection: 128 random bits made by the server, never the session id that the client chose.</summary>
    public abstract string Id { get; }

    /// <summary>Gets the transport that carries messages to the client at present: exactly one value.</summary>
    public abstract SockJSTransports Transport { get; }

    /// <summary>Gets the user, as authenticated by the newest request of the connection that receives or sends.</summary>
    /// <remarks>
    /// The user stays the same, but the principal does not: over HTTP its claims are those of the newest token or cookie. A WebSocket has one
    /// request only. Read it anew for each decision.
    /// </remarks>
    public abstract ClaimsPrincipal User { get; }

    /// <summary>Gets the stable name of the user that opened the connection, by which <see cref="ISockJSClients.User"/> finds it.</summary>
    /// <value>
    /// The claim <see cref="ClaimTypes.NameIdentifier"/>, else the claim <c>sub</c>, else the name of the identity; <see langword="null"/> where
    /// the user is not authenticated, or has none of the three.
    /// </value>
    public virtual string? UserId => null;

    /// <summary>Gets what the request that opened the connection said of the client: addresses, path and headers.</summary>
    public abstract SockJSClientInfo Client { get; }

    /// <summary>Gets a place to keep things that belong to the connection. It is not synchronised.</summary>
    public abstract IDictionary<object, object?> Items { get; }

    /// <summary>Gets a token that is cancelled when nothing can be sent any more, whatever the end was.</summary>
    public abstract CancellationToken Closed { get; }

    /// <summary>Gets the time at which the connection was opened.</summary>
    public virtual DateTimeOffset Opened => default;

    /// <summary>Gets the number of bytes, as encoded, that wait to be sent to the client or are being sent.</summary>
    public virtual int QueuedBytes => 0;

    /// <summary>Gets the names of the groups that the connection is in; none any more when it has ended.</summary>
    /// <remarks>The collection is a copy: it does not change.</remarks>
    public virtual IReadOnlyCollection<string> Groups => [];

    /// <summary>Gets a value indicating whether messages can be sent.</summary>
    internal virtual bool IsOpen => !Closed.IsCancellationRequested;

    bool IRecipient.IsOpen => IsOpen;

    /// <summary>Gets what lets the connection join groups.</summary>
    internal virtual IMembership Membership => throw new NotSupportedException("This connection belongs to no endpoint, so it can join no group.");

    /// <summary>Gets the messages of the client, where the endpoint reads them itself.</summary>
    internal virtual ChannelReader<SockJSMessage>? Messages => null;

    /// <summary>Gets what sends values to the client.</summary>
    internal virtual IPayloadSender Payloads => throw new NotSupportedException("This connection has no JSON settings, so it sends text only.");

    /// <summary>Queues a message for the client, and waits while the send buffer of the connection is full.</summary>
    /// <param name="message">The message; a string converts implicitly.</param>
    /// <param name="cancellationToken">Ends the wait for room. A message that was accepted is sent all the same.</param>
    /// <returns>A task that completes when the message was accepted. It is sent in the order of acceptance.</returns>
    /// <exception cref="SockJSConnectionClosedException">The connection is closed, or was before there was room.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before there was room.</exception>
    public abstract ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default);

    /// <summary>Queues a message for the client if there is room in the send buffer.</summary>
    /// <param name="message">The message; a string converts implicitly.</param>
    /// <returns><see langword="true"/> where the message was accepted, <see langword="false"/> where the buffer is full or the connection closed.</returns>
    public abstract bool TrySend(SockJSMessage message);

    /// <summary>Closes the connection: what was accepted is sent, then the close frame. Only the first call has an effect.</summary>
    /// <param name="code">1000, or a code from 3000 to 4999.</param>
    /// <param name="reason">A reason for the client, at most 123 bytes of UTF-8.</param>
    /// <returns>A task that completes when the close was accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is neither 1000 nor from 3000 to 4999.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is too long.</exception>
    public abstract ValueTask CloseAsync(int code, string reason);

    /// <summary>Queues a message that goes to many; where there is no room, <see cref="EndpointOptions.SlowClientPolicy"/> decides.</summary>
    /// <returns>A task that completes when the message was accepted, or the policy has decided otherwise.</returns>
    internal virtual ValueTask DeliverAsync(PreparedMessage message, string? key, CancellationToken cancellationToken)
    {
        TrySend(message);
        return default;
    }

    ValueTask IRecipient.DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken) => message.Action switch
    {
        BackplaneAction.Send => DeliverAsync(message.Message!, message.Key, cancellationToken),
        BackplaneAction.Close => CloseAsync(message.CloseCode, message.CloseReason),
        BackplaneAction.Disconnect => CloseAsync(SockJSCloseCodes.Normal, "Normal closure"),
        _ => Membership.ChangeAsync(message),
    };

    /// <summary>Gets why the connection ended, once it has.</summary>
    internal virtual SockJSCloseReason CloseReason => default;

    /// <summary>Closes the connection for a reason of the library's own.</summary>
    internal virtual void Close(SockJSCloseReason reason)
    {
    }
}
