namespace SockJS.Sessions;

/// <summary>A sender that waits for room, with its message.</summary>
internal sealed class SendWaiter(SockJSMessage message) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _cancellation;

    public SockJSMessage Message => message;

    /// <summary>Lets the token end the wait.</summary>
    public void CancelWith(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
            return;
        _cancellation = cancellationToken.UnsafeRegister(static (waiter, token) => ((SendWaiter)waiter!).TrySetCanceled(token), this);
        if (Task.IsCompleted)
            _cancellation.Unregister();
    }

    /// <summary>Ends the wait with the message accepted, unless it was cancelled.</summary>
    public bool TryAccept()
    {
        _cancellation.Unregister();
        return TrySetResult();
    }

    /// <summary>Ends the wait since the connection is closed.</summary>
    public void Fail()
    {
        _cancellation.Unregister();
        TrySetException(new SockJSConnectionClosedException());
    }
}
