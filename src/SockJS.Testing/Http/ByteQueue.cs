namespace SockJS.Testing.Http;

/// <summary>One direction of a connection: bytes that are under way. Like a network it holds so many of them, and then the sender waits.</summary>
internal sealed class ByteQueue
{
    private const int Capacity = 64 * 1024;

    private readonly object _lock = new();
    private readonly Queue<ReadOnlyMemory<byte>> _chunks = new();
    private TaskCompletionSource _changed = NewSignal();
    private int _count;
    private long _written;
    private long _taken;
    private long _handled;
    private bool _isAwaited;
    private bool _completed;
    private bool _aborted;

    /// <returns>Whether the other side was waiting, and so has nothing else to see to first.</returns>
    /// <exception cref="IOException">There is no connection any more.</exception>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_completed || _aborted)
                    throw Gone();
                if (_count < Capacity)
                {
                    // A write of nothing must not look like the end.
                    if (!bytes.IsEmpty)
                        _chunks.Enqueue(bytes.ToArray());
                    _count += bytes.Length;
                    _written += bytes.Length;
                    Signal();
                    return _isAwaited;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for bytes, and takes as many as there is room for.</summary>
    /// <returns>How many; 0 at the end, and where there is no room.</returns>
    /// <exception cref="IOException">The connection broke off.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                _isAwaited = false;
                if (_aborted)
                    throw Gone();
                if (_chunks.Count > 0)
                    return Take(destination.Span);
                if (_completed)
                    return 0;
                _handled = _taken;
                _isAwaited = true;
                Signal();
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the other side has taken all that is under way.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => UntilAsync(() => _chunks.Count == 0 || _aborted, cancellationToken);

    /// <summary>Waits until the other side has seen to all that was written so far: it has taken it, and waits for more.</summary>
    public Task SettleAsync(CancellationToken cancellationToken)
    {
        long end;
        lock (_lock)
            end = _written;
        return UntilAsync(() => _handled >= end || _completed || _aborted, cancellationToken);
    }

    /// <summary>Waits until the other side waits for bytes, or there is no connection any more.</summary>
    public Task AwaitedAsync(CancellationToken cancellationToken) => UntilAsync(() => _isAwaited || _completed || _aborted, cancellationToken);

    /// <summary>Ends the direction after what is under way.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _completed = true;
            Signal();
        }
    }

    /// <summary>Breaks the connection off.</summary>
    public void Abort()
    {
        lock (_lock)
        {
            _aborted = true;
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IOException Gone() => new("The connection was closed by the other side.");

    // What is asked is so under the lock.
    private async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition())
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private int Take(Span<byte> destination)
    {
        var taken = 0;
        while (taken < destination.Length && _chunks.TryPeek(out var chunk))
        {
            var length = Math.Min(chunk.Length, destination.Length - taken);
            chunk.Span[..length].CopyTo(destination[taken..]);
            taken += length;
            _chunks.Dequeue();
            if (length < chunk.Length)
                PutBack(chunk[length..]);
        }

        _count -= taken;
        _taken += taken;
        Signal();
        return taken;
    }

    private void PutBack(ReadOnlyMemory<byte> rest)
    {
        var others = _chunks.ToArray();
        _chunks.Clear();
        _chunks.Enqueue(rest);
        foreach (var other in others)
            _chunks.Enqueue(other);
    }

    private void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }
}
