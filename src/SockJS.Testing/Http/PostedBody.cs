namespace SockJS.Testing.Http;

/// <summary>The body of a request as the server reads it: in pieces, and perhaps not to its end.</summary>
/// <param name="bytes">The bytes that arrive.</param>
/// <param name="isWhole">Whether the body ends with them; otherwise it waits for more, which only the end of the request ends.</param>
/// <param name="pieceSize">How many bytes one read gets at most.</param>
internal sealed class PostedBody(ReadOnlyMemory<byte> bytes, bool isWhole, int pieceSize) : AsyncStream
{
    private readonly TaskCompletionSource _consumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _position;

    /// <summary>Gets a task that completes when the server has all that arrived and asks for more.</summary>
    public Task Consumed => _consumed.Task;

    /// <summary>Breaks the request off.</summary>
    public void Abort() => _aborted.TrySetException(new IOException("The client broke the request off."));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // As it would from a network, the next piece arrives later.
        await Task.Yield();
        var rest = bytes[_position..];
        if (rest.IsEmpty)
        {
            _consumed.TrySetResult();
            if (!isWhole)
                await _aborted.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var length = Math.Min(Math.Min(rest.Length, buffer.Length), pieceSize);
        rest[..length].CopyTo(buffer);
        _position += length;
        return length;
    }
}
