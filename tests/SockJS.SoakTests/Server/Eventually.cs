namespace SockJS.SoakTests.Server;

/// <summary>Waits for what happens on the server without a client being told.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!condition())
            await Task.Delay(10, deadline.Token);
    }
}
