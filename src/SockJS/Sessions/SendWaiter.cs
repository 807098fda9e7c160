namespace SockJS.Sessions;

/// <summary>A sender that waits for room, with its message.</summary>
internal sealed class SendWaiter : TaskCompletionSource
{
    private readonly Session _session;
    private readonly CancellationTokenRegistration _cancellation;
    private int _decided;

    /// <param name="session">Whose line it waits in.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="deadline">The timestamp at which a broadcast has waited too long.</param>
    public SendWaiter(Session session, SockJSMessage message, CancellationToken cancellationToken, long deadline = long.MaxValue)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _session = session;
        Message = message;
        Deadline = deadline;
        _cancellation = cancellationToken.UnsafeRegister(static (waiter, token) => ((SendWaiter)waiter!).Cancel(token), this);
    }

    public SockJSMessage Message { get; }

    public long Deadline { get; }

    /// <summary>Gets a value indicating whether the message goes to others too, so that its sender does not mind the end of one of them.</summary>
    public bool IsBroadcast => Deadline != long.MaxValue;

    /// <summary>Takes the message, unless the wait was cancelled. When the message was encoded the sender goes on; it may reuse its bytes then.</summary>
    public bool TryTake()
    {
        _cancellation.Unregister();
        return Interlocked.Exchange(ref _decided, 1) == 0;
    }

    /// <summary>Ends the wait since the connection is closed.</summary>
    public void Fail()
    {
        if (!TryTake())
            return;
        if (IsBroadcast)
            SetResult();
        else
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
