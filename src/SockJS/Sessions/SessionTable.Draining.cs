using Microsoft.Extensions.Logging;

namespace SockJS.Sessions;

// How an endpoint is emptied: by its manager, which may let sessions in again, or for good by the shutdown of the host.
internal sealed partial class SessionTable
{
    private readonly object _drainLock = new();
    private volatile Drain? _drain;
    private int _handlers;

    /// <summary>Gets a value indicating whether new sessions are refused.</summary>
    public bool IsDraining => _drain is not null;

    public void HandlerStarted() => Interlocked.Increment(ref _handlers);

    public void HandlerEnded()
    {
        if (Interlocked.Decrement(ref _handlers) == 0 && _drain is { AllClosed: true } drain)
            drain.Ended.TrySetResult();
    }

    /// <summary>Drains the endpoint as the options say, since the host shuts down.</summary>
    /// <inheritdoc cref="DrainAsync(SockJSCloseReason, TimeSpan)" path="/returns"/>
    public Task ShutDownAsync() => DrainAsync(context.ShutdownReason, context.Options.DrainWindow, isFinal: true);

    /// <summary>Refuses new sessions and closes those there are.</summary>
    /// <returns>A task that completes when the last handler has ended.</returns>
    public Task DrainAsync(SockJSCloseReason reason, TimeSpan window) => DrainAsync(reason, window, isFinal: false);

    /// <summary>Lets new sessions in again, unless the host shuts down.</summary>
    public void Resume()
    {
        Drain? drain;
        lock (_drainLock)
        {
            drain = _drain;
            if (drain is null or { IsFinal: true })
                return;
            _drain = null;
        }

        drain.Stop();
        drain.Ended.TrySetCanceled();
    }

    private Task DrainAsync(SockJSCloseReason reason, TimeSpan window, bool isFinal)
    {
        Drain? previous;
        Drain drain;
        lock (_drainLock)
        {
            previous = _drain;
            if (previous is { IsFinal: true })
                return previous.Ended.Task;
            var ended = previous is { Ended.Task.IsCompleted: false }
                ? previous.Ended
                : new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _drain = drain = new Drain(reason, window, isFinal, ended);
        }

        // Who opens a session adds it and then looks whether it is too late; here it is the other way round, and neither may be missed.
        Interlocked.MemoryBarrier();
        previous?.Stop();
        _ = RunAsync(drain);
        return drain.Ended.Task;
    }

    private async Task RunAsync(Drain drain)
    {
        await drain.CloseAsync([.. _members.All], session => Close(session, drain.Reason), context.Time).ConfigureAwait(false);
        // From here on no handler begins, unless another drain has taken the place of this one.
        Interlocked.MemoryBarrier();
        if (drain.AllClosed && Volatile.Read(ref _handlers) == 0)
            drain.Ended.TrySetResult();
    }

    private void Close(Session session, SockJSCloseReason reason)
    {
        try
        {
            session.Close(reason);
        }
        catch (Exception exception)
        {
            // One session that cannot be closed must not keep the others open, and the host from its end.
            DrainFailed(context.Logger, session.Id, exception);
        }
    }

    [LoggerMessage(24, LogLevel.Critical, "Session {SessionId} could not be closed.", EventName = "DrainFailed")]
    private static partial void DrainFailed(ILogger logger, string sessionId, Exception exception);
}
