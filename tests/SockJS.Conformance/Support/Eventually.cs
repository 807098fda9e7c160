namespace SockJS.Conformance.Support;

/// <summary>Waits for what happens on the server without the client being told.</summary>
internal static class Eventually
{
    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));

    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Wire.Patience, "It did not happen.");
            await Task.Delay(20);
        }
    }
}
