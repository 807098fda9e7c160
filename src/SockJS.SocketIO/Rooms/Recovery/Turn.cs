namespace SockJS.SocketIO.Rooms.Recovery;

/// <summary>Something to be done in its turn.</summary>
/// <param name="begin">Does it, or begins to; what comes next does not wait for the task.</param>
internal sealed class Turn(Func<ValueTask> begin)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets a task that completes when it is done.</summary>
    public Task Done => _done.Task;

    public void Take()
    {
        var doing = BeginAsync();
        if (doing.IsCompletedSuccessfully)
            _done.SetResult();
        else
            _ = FinishAsync(doing);
    }

    private ValueTask BeginAsync()
    {
        try
        {
            return begin();
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    private async Task FinishAsync(ValueTask doing)
    {
        try
        {
            await doing.ConfigureAwait(false);
            _done.SetResult();
        }
        catch (OperationCanceledException exception)
        {
            _done.SetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            _done.SetException(exception);
        }
    }
}
