using System.Diagnostics.CodeAnalysis;

namespace SockJS.Sessions;

/// <summary>One closing of all sessions of an endpoint, spread evenly over a time.</summary>
/// <param name="reason">What the sessions are closed with.</param>
/// <param name="window">How long it takes.</param>
/// <param name="isFinal">Whether the host shuts down, so that nothing ends it.</param>
/// <param name="ended">Completes when the last handler has ended; that of the drain whose place this one takes.</param>
[SuppressMessage("Design", "CA1001", Justification = "The source has neither a timer nor a wait handle, so there is nothing to dispose of.")]
internal sealed class Drain(SockJSCloseReason reason, TimeSpan window, bool isFinal, TaskCompletionSource ended)
{
    // A timer is not more exact than this.
    private static readonly TimeSpan s_shortestWait = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _stopped = new();
    private volatile bool _allClosed;

    public SockJSCloseReason Reason => reason;

    public bool IsFinal => isFinal;

    public TaskCompletionSource Ended => ended;

    /// <summary>Gets a value indicating whether all sessions were closed, so that no handler begins any more.</summary>
    public bool AllClosed => _allClosed;

    /// <summary>Leaves the sessions that are not closed yet as they are.</summary>
    public void Stop() => _stopped.Cancel();

    /// <summary>Closes sessions: the first at once, the last at the end of the window.</summary>
    public async Task CloseAsync(Session?[] sessions, TimeProvider time)
    {
        var start = time.GetTimestamp();
        for (var closed = 0; closed < sessions.Length;)
        {
            for (var due = CountDue(sessions.Length, time.GetElapsedTime(start)); closed < due; closed++)
            {
                if (_stopped.IsCancellationRequested)
                    return;
                sessions[closed]!.Close(reason);
                // It may be long until the last, and nobody else may want this one any more.
                sessions[closed] = null;
            }

            if (closed == sessions.Length)
                break;
            var wait = DueTime(closed, sessions.Length) - time.GetElapsedTime(start);
            await Task.Delay(wait > s_shortestWait ? wait : s_shortestWait, time, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopped.IsCancellationRequested)
                return;
        }

        _allClosed = true;
    }

    private int CountDue(int count, TimeSpan elapsed)
        => elapsed >= window ? count : 1 + (int)((Int128)elapsed.Ticks * (count - 1) / window.Ticks);

    // Rounded up, so that the session is due when its time has come.
    private TimeSpan DueTime(int index, int count)
        => new((long)((((Int128)window.Ticks * index) + count - 2) / (count - 1)));
}
