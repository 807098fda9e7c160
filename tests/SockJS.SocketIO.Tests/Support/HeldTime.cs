namespace SockJS.SocketIO.Tests.Support;

/// <summary>A clock whose timers go off only when they are released.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly TaskCompletionSource<(TimeSpan Wait, Action Release)> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
            _first.TrySetResult((dueTime, () => callback(state)));
        return new Timer();
    }

    /// <summary>Waits for the first timer.</summary>
    /// <returns>The time it is to wait.</returns>
    public async Task<TimeSpan> FirstWaitAsync() => (await _first.Task.WaitAsync(Eventually.Patience)).Wait;

    /// <summary>Lets the first timer go off.</summary>
    public void Release() => _first.Task.Result.Release();

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
