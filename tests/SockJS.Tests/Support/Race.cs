namespace SockJS.Tests.Support;

/// <summary>Lets threads run against each other, again and again for a while. What must hold is checked after each round.</summary>
internal static class Race
{
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(1);

    public static async Task RepeatAsync(Func<Task> round)
    {
        using var deadline = new CancellationTokenSource(s_duration);
        do
            await round();
        while (!deadline.IsCancellationRequested);
    }

    /// <summary>Runs something on several threads at once; each begins when all are there.</summary>
    public static async Task<T[]> TogetherAsync<T>(int threads, Func<int, Task<T>> runAsync)
    {
        var missing = threads;
        return await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                Interlocked.Decrement(ref missing);
                SpinWait.SpinUntil(() => Volatile.Read(ref missing) == 0);
                return runAsync(thread);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    /// <inheritdoc cref="TogetherAsync{T}(int, Func{int, Task{T}})"/>
    public static Task<T[]> TogetherAsync<T>(int threads, Func<int, T> run) => TogetherAsync(threads, thread => Task.FromResult(run(thread)));
}
