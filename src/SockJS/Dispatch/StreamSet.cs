namespace SockJS.Dispatch;

/// <summary>The sequences that are on their way to one client, beside its messages: at most so many that the next has to wait.</summary>
internal sealed class StreamSet(SockJSConnection connection, FailureHandler failures, int limit)
{
    private readonly object _lock = new();
    private int _count;
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _ended;

    /// <summary>Takes a sequence that has begun.</summary>
    /// <returns>A task that completes when the next message may be handled.</returns>
    public async ValueTask AddAsync(ValueTask stream)
    {
        if (stream.IsCompleted)
        {
            await stream.ConfigureAwait(false);
            return;
        }

        TaskCompletionSource? room = null;
        lock (_lock)
        {
            if (++_count >= limit)
                _room = room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = WatchAsync(stream);
        if (room is null)
            return;
        // A sequence that does not notice the end of the connection must not keep its handler from noticing.
        using var closed = connection.Closed.UnsafeRegister(static room => ((TaskCompletionSource)room!).TrySetResult(), room);
        await room.Task.ConfigureAwait(false);
    }

    /// <summary>Returns a task that completes when all sequences have ended.</summary>
    public Task WaitForEndAsync()
    {
        lock (_lock)
        {
            if (_count == 0)
                return Task.CompletedTask;
            _ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _ended.Task;
        }
    }

    private async Task WatchAsync(ValueTask stream)
    {
        try
        {
            await stream.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.HandlerFailed(connection, exception);
        }
        finally
        {
            Remove();
        }
    }

    private void Remove()
    {
        lock (_lock)
        {
            _count--;
            _room?.TrySetResult();
            if (_count == 0)
                _ended?.TrySetResult();
        }
    }
}
