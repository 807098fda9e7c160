namespace SockJS.ClientTests.Hosting;

/// <summary>Waits for what the server will see sooner or later.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        while (!condition())
            await Task.Delay(10, deadline.Token);
    }

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        while (!await condition())
            await Task.Delay(10, deadline.Token);
    }
}
