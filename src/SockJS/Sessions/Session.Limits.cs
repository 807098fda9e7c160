using System.Threading.RateLimiting;

namespace SockJS.Sessions;

// How many messages may come in. They need their permits before they are queued, so that those that no handler understands cost as much.
internal abstract partial class Session
{
    /// <summary>All messages of the payload may pass.</summary>
    public const int All = int.MaxValue;

    /// <summary>The payload has to come again after <see cref="WaitForPermitsAsync"/>.</summary>
    public const int Later = -1;

    private static readonly SockJSCloseReason s_tooManyMessages = new(SockJSCloseKind.TooManyMessages, SockJSCloseCodes.TooManyMessages, "Too many messages");

    private static readonly SockJSCloseReason s_limiterFailed = new(SockJSCloseKind.HandlerFailed, SockJSCloseCodes.HandlerFailed, "Internal error");

    private readonly TokenBucket? _bucket;
    private TaskCompletionSource? _permits;
    private int _limitNoted;

    /// <summary>Gets a value indicating whether messages need permits.</summary>
    public bool IsLimited => _context.LimitsMessages;

    /// <summary>Takes permits for a payload; where there are too few, the policy of the endpoint decides.</summary>
    /// <returns>How many of its messages may pass, the first ones; or <see cref="Later"/>.</returns>
    public int Admit(ref MessageToll toll)
    {
        // What still comes when the session is over is dropped anyway.
        if (_state >= SessionState.Closing)
            return Nothing(ref toll);
        var taken = TakePermits(toll.Owed);
        toll.Owed -= taken;
        if (toll.Owed == 0)
            return All;
        if (_context.Options.MessageLimitPolicy == MessageLimitPolicy.Wait)
            return Postpone(ref toll);
        NoteLimited(toll.Owed);
        if (_context.Options.MessageLimitPolicy == MessageLimitPolicy.Close)
        {
            Close(s_tooManyMessages);
            return Nothing(ref toll);
        }

        toll.Owed = 0;
        return taken;
    }

    /// <summary>Takes the permit for something that is no message, but came in place of one.</summary>
    public void Charge()
    {
        if (_state >= SessionState.Closing || TakePermits(1) == 1)
            return;
        NoteLimited(1);
        if (_context.Options.MessageLimitPolicy == MessageLimitPolicy.Close)
            Close(s_tooManyMessages);
    }

    /// <summary>Returns a task that completes when it is worth while to ask for permits again, or none are needed any more.</summary>
    public Task WaitForPermitsAsync()
    {
        lock (_lock)
            return _permits?.Task ?? Task.CompletedTask;
    }

    private static int Nothing(ref MessageToll toll)
    {
        toll.Owed = 0;
        return 0;
    }

    private int Postpone(ref MessageToll toll)
    {
        lock (_lock)
        {
            // Nobody would wake who begins to wait now.
            if (_state >= SessionState.Closing)
                return Nothing(ref toll);
            _permits ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (!toll.Waited)
            NoteLimited(toll.Owed);
        toll.Waited = true;
        return Later;
    }

    // One by one: a limiter throws where it is asked for more than it can ever have, and how many come at once is the client's choice.
    private int TakePermits(int wanted)
    {
        if (_bucket is not null)
        {
            lock (_lock)
                wanted = _bucket.Take(wanted);
        }

        return _context.MessageLimiter is { } limiter ? AskForPermits(limiter, wanted) : wanted;
    }

    private int AskForPermits(PartitionedRateLimiter<SockJSConnection> limiter, int wanted)
    {
        try
        {
            for (var taken = 0; taken < wanted; taken++)
            {
                using var lease = limiter.AttemptAcquire(this);
                if (!lease.IsAcquired)
                    return taken;
            }
        }
        catch (Exception exception)
        {
            // It is code of the application, as a handler is.
            Log.LimiterFailed(this, exception);
            Close(s_limiterFailed);
        }

        return wanted;
    }

    private void NoteLimited(int count)
    {
        _context.Metrics.MessagesLimited(count);
        if (Interlocked.Exchange(ref _limitNoted, 1) == 0)
            Log.MessagesLimited(this);
    }
}
