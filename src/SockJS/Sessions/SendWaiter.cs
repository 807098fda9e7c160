namespace SockJS.Sessions;

/// <summary>A sender that waits for room, with its message.</summary>
internal sealed class SendWaiter : TaskCompletionSource
{
    private readonly Session _session;
    private readonly CancellationTokenRegistration _cancellation;
    private int _decided;

    public SendWaiter(Session session, SockJSMessage message, CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _session = session;
        Message = message;
        _cancellation = cancellationToken.UnsafeRegister(static (waiter, token) => ((SendWaiter)waiter!).Cancel(token), this);
    }

    public SockJSMessage Message { get; }

    /// <summary>Takes the message, unless the wait was cancelled. When the message was encoded the sender goes on; it may reuse its bytes then.</summary>
    public bool TryTake()
    {
        _cancellation.Unregister();
        return Interlocked.Exchange(ref _decided, 1) == 0;
    }

    /// <summary>Ends the wait since the connection is closed.</summary>
    public void Fail()
    {
        if (TryTake())
            SetException(new SockJSConnectionClosedException());
    }

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.Exchange(ref _decided, 1) != 0)
            return;
        SetCanceled(token);
        _session.Forget(this);
    }
}
