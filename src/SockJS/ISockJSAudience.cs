namespace SockJS;

/// <summary>A set of connections that can be sent to as one.</summary>
public interface ISockJSAudience
{
    /// <summary>Gets the number of open connections in the set.</summary>
    int Count { get; }

    /// <summary>Sends a message to every open connection of the set. It is encoded once, and no connection delays another.</summary>
    /// <param name="message">The message; a string converts implicitly.</param>
    /// <param name="cancellationToken">Ends the sending; connections that were already served keep the message.</param>
    /// <returns>A task that completes when each connection accepted the message or <see cref="SlowClientPolicy"/> decided.</returns>
    ValueTask SendAsync(SockJSMessage message, CancellationToken cancellationToken = default);
}
