namespace SockJS.Tests.Adapters;

internal static class TokenExtensions
{
    /// <summary>Waits until a token is cancelled.</summary>
    public static Task WaitAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
