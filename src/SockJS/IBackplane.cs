namespace SockJS;

/// <summary>Takes what is sent to many connections to all servers that have some of them. By default there is one server: this process.</summary>
/// <remarks>
/// Register an implementation of your own as a singleton, before <c>AddSockJS</c> or in place of what it has added. Who connects, joins and
/// leaves is known to each server alone.
/// </remarks>
public interface IBackplane
{
    /// <summary>Publishes a message to the subscribers of its endpoint, on this server and on all others.</summary>
    /// <param name="message">The message. It does not change, and may be kept.</param>
    /// <param name="cancellationToken">Ends the sending; who was already served keeps the message.</param>
    /// <returns>
    /// A task that completes when the message is on its way to the other servers, and the task of this server's own subscriber has
    /// completed: hand the message to that one directly, so that it is not encoded again and senders feel slow clients.
    /// </returns>
    ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken);

    /// <summary>Subscribes to the messages for an endpoint. Called once for each, when it is mapped, and again only after the subscription has ended.</summary>
    /// <param name="endpoint">The name of the endpoint, the same on every server.</param>
    /// <param name="deliver">
    /// Delivers a message to those connections of this server that it is for. May be called from any thread. Messages that are to arrive in
    /// their order are handed over one after the other, without a wait for the task.
    /// </param>
    /// <returns>What ends the subscription when it is disposed.</returns>
    IDisposable Subscribe(string endpoint, Func<BackplaneMessage, CancellationToken, ValueTask> deliver);
}
