using SockJS.Testing.Wire;

namespace SockJS.Testing;

// What comes from the server, in its order. Heartbeats matter only to those who wait for one.
public sealed partial class SockJSTestClient
{
    /// <summary>Waits for the next message.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SockJSTestException">The connection was closed instead, or the server sent something else.</exception>
    /// <exception cref="SockJSTestTimeoutException">There was none.</exception>
    public async Task<string> ReceiveAsync(CancellationToken cancellationToken = default)
        => (await NextAsync(ServerFrameKind.Message, "a message", cancellationToken).ConfigureAwait(false)).Text;

    /// <summary>Waits for the next heartbeat; for raw WebSockets, which have none, for the next ping.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SockJSTestException">There was a message before, or the connection was closed.</exception>
    /// <exception cref="SockJSTestTimeoutException">There was none.</exception>
    public Task ExpectHeartbeatAsync(CancellationToken cancellationToken = default)
        => NextAsync(ServerFrameKind.Heartbeat, "a heartbeat", cancellationToken);

    /// <summary>Waits for the end of the connection: a close frame, or the loss of it, which has code 1006.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SockJSTestException">There was a message before that nobody has received.</exception>
    /// <exception cref="SockJSTestTimeoutException">The connection was not closed.</exception>
    public async Task<SockJSTestClose> ExpectCloseAsync(CancellationToken cancellationToken = default)
    {
        await NextAsync(ServerFrameKind.Close, "a close", cancellationToken).ConfigureAwait(false);
        return _context.Inbox.Closed;
    }

    /// <summary>Waits for the open frame of another session, after <see cref="ReconnectAsync"/>: the old one is gone.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SockJSTestException">There was something else.</exception>
    /// <exception cref="SockJSTestTimeoutException">There was none.</exception>
    public Task ExpectOpenAsync(CancellationToken cancellationToken = default)
        => NextAsync(ServerFrameKind.Open, "an open frame", cancellationToken);
}
