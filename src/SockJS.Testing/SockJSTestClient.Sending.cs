namespace SockJS.Testing;

// What goes to the server. Each call waits until the server has taken it: has answered the POST, or has room for the frame.
public sealed partial class SockJSTestClient
{
    /// <summary>Sends a message.</summary>
    /// <param name="message">Any text; lone surrogates too, except over raw WebSocket.</param>
    /// <param name="cancellationToken">Gives the sending up.</param>
    /// <exception cref="SockJSRefusedException">The server answered the request with an error.</exception>
    /// <exception cref="SockJSTestTimeoutException">The server did not take it.</exception>
    public Task SendAsync(string message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendAsync([message], cancellationToken);
    }

    /// <summary>Sends several messages in one request or frame; over raw WebSocket, each in a frame of its own.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Gives the sending up.</param>
    /// <inheritdoc cref="SendAsync(string, CancellationToken)" path="/exception"/>
    public Task SendAsync(IEnumerable<string> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = messages.ToList();
        return SendingAsync(token => _link.SendAsync(all, token), cancellationToken);
    }

    /// <summary>Sends a frame as it is: the body of a POST, or a WebSocket message. Tests of faulty clients send <c>["broken</c>.</summary>
    /// <param name="frame">The text of the frame.</param>
    /// <param name="cancellationToken">Gives the sending up.</param>
    /// <inheritdoc cref="SendAsync(string, CancellationToken)" path="/exception"/>
    public Task SendFrameAsync(string frame, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return SendingAsync(token => _link.SendFrameAsync(frame, token), cancellationToken);
    }

    /// <summary>Sends bytes as they are: the body of a POST, or bytes of the connection that a WebSocket is, frame headers and all.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Gives the sending up.</param>
    /// <inheritdoc cref="SendAsync(string, CancellationToken)" path="/exception"/>
    public Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        => SendingAsync(token => _link.SendRawAsync(bytes, token), cancellationToken);

    /// <summary>Closes the connection. Over HTTP this breaks the receiving request off, as the protocol has it; the server sees code 1006 then.</summary>
    /// <param name="code">1000, or a code from 3000 to 4999.</param>
    /// <param name="reason">A reason for the server, at most 123 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait for the server's answer.</param>
    /// <exception cref="SockJSTestTimeoutException">The server did not answer the close frame.</exception>
    public Task CloseAsync(int code = SockJSCloseCodes.Normal, string reason = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return WithinAsync("an answer to the close frame", token => _link.CloseAsync(code, reason, token), cancellationToken);
    }

    private Task<bool> SendingAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken) => WithinAsync(
        "a taker for what the client sends",
        async token =>
        {
            try
            {
                await send(token).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                throw new SockJSTestException("The connection is gone", exception);
            }
        },
        cancellationToken);
}
