namespace SockJS.SocketIO.Tests.Support;

/// <summary>Waits for what another thread will have done sooner or later.</summary>
internal static class Eventually
{
    /// <summary>So long that only what never happens takes it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!condition())
        {
            if (deadline.IsCancellationRequested)
                Assert.Fail("What was to happen did not.");
            await Task.Delay(1);
        }
    }

    /// <summary>Awaits a task that must not hang.</summary>
    public static Task SoonAsync(this Task task) => task.WaitAsync(Patience);

    /// <inheritdoc cref="SoonAsync(Task)"/>
    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Patience);
}
