namespace SockJS.Testing;

// What goes wrong in networks, on demand.
public sealed partial class SockJSTestClient
{
    /// <summary>Gets or sets how many bytes of the client reach the server at once, as if a network had cut its frames and bodies to pieces.</summary>
    /// <value>The default is <see cref="int.MaxValue"/>: all of them.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int PieceSize
    {
        get => _context.PieceSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _context.PieceSize = value;
        }
    }

    /// <summary>Gets or sets a value indicating whether the client answers the pings of its WebSocket, as all clients do whose network works.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AnswersPings
    {
        get => _context.AnswersPings;
        set => _context.AnswersPings = value;
    }

    /// <summary>
    /// Stops reading, as a client whose machine or network is too slow: 64 KiB later the server's writes wait. A poll that is answered meanwhile
    /// is not followed by another one.
    /// </summary>
    public void StallReads() => _context.Reads.Close();

    /// <summary>Reads again, what has gathered first.</summary>
    public void ResumeReads() => _context.Reads.Open();

    /// <summary>Breaks the receiving request or the WebSocket off. When this has completed, the server knows.</summary>
    public Task DropReceiverAsync()
        => _link.DropAsync(new SockJSTestClose(SockJSCloseCodes.Abnormal, "The test dropped the receiver", WasClean: false));

    /// <summary>
    /// Receives again, with the same session id. What the server has of that session follows: messages, its close frame, or the open frame of a
    /// new one (<see cref="ExpectOpenAsync"/>). A WebSocket's is always a new one.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has taken the receiver.</returns>
    /// <exception cref="SockJSRefusedException">The server answered the request with an error.</exception>
    /// <exception cref="SockJSTestTimeoutException">The server did not answer.</exception>
    public async Task ReconnectAsync(CancellationToken cancellationToken = default)
    {
        await DropReceiverAsync().ConfigureAwait(false);
        _context.Inbox.Resume();
        await WithinAsync(
            "a connection",
            async token =>
            {
                await _link.StartAsync().WaitAsync(token).ConfigureAwait(false);
                _context.Inbox.ThrowIfFailed();
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to send a message, and breaks the POST off in the middle of its body; of a WebSocket, the connection.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bytes">How many bytes of the body, or of the WebSocket frame, reach the server.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has got as much, and knows of the end.</returns>
    /// <exception cref="SockJSTestTimeoutException">The server did not read as much.</exception>
    public Task AbortSendAsync(string message, int bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return SendingAsync(token => _link.AbortSendAsync(message, bytes, token), cancellationToken);
    }
}
