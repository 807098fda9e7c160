namespace SockJS;

/// <summary>A set of connections that can be sent to as one.</summary>
public interface ISockJSAudience
{
    /// <summary>Gets the number of open connections in the set, of this process.</summary>
    int Count { get; }

    /// <summary>Sends a message to every open connection of the set. It is encoded once, and no connection delays another.</summary>
    /// <param name="message">The message; a string converts implicitly.</param>
    /// <param name="cancellationToken">Ends the sending; connections that were already served keep the message.</param>
    /// <returns>A task that completes when each connection accepted the message or <see cref="SlowClientPolicy"/> decided.</returns>
    ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default);

    /// <summary>Closes every connection of the set: what each has accepted is sent, then the close frame.</summary>
    /// <param name="code">1000, or a code from 3000 to 4999.</param>
    /// <param name="reason">A reason for the clients, at most 123 bytes of UTF-8.</param>
    /// <returns>A task that completes when the close was accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is neither 1000 nor from 3000 to 4999.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is too long.</exception>
    ValueTask CloseAsync(int code, string reason);

    /// <summary>
    /// Returns the same set, for messages that replace each other: where the policy is <see cref="SlowClientPolicy.Coalesce"/>, a message
    /// takes the place of the one that still waits with the same key.
    /// </summary>
    /// <param name="key">What messages have in common that replace each other, such as the name of a share whose prices they are.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    ISockJSAudience WithKey(string key);

    /// <summary>Returns the same set without some connections.</summary>
    /// <param name="connectionIds">The ids of the connections to leave out; those that are not in the set do no harm.</param>
    ISockJSAudience Except(params string[] connectionIds);
}
