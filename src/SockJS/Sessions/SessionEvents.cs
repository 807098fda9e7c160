using Microsoft.Extensions.Logging;

namespace SockJS.Sessions;

/// <summary>
/// Tells a session manager what happens to one session, in order and one after the other. Whoever finds something to tell and nobody telling
/// tells it all; no lock is held while the code of the application runs.
/// </summary>
internal sealed partial class SessionEvents(SockJSSessionManager manager, SockJSConnection connection, ILogger logger)
{
    private readonly object _lock = new();
    private SessionEvent _pending;
    private bool _telling;

    /// <summary>Keeps an event for the next time that somebody tells.</summary>
    public void Note(SessionEvent happened)
    {
        lock (_lock)
            _pending |= happened;
    }

    /// <summary>Tells what was noted, unless another thread is at it.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            if (_telling)
                return;
            _telling = true;
        }

        while (TryTake(out var happened))
            Tell(happened);
    }

    /// <summary>Tells what was noted on a thread of the pool, as that of the caller has other things to do.</summary>
    public void TellSoon() => ThreadPool.UnsafeQueueUserWorkItem(static events => events.Tell(), this, preferLocal: false);

    private bool TryTake(out SessionEvent happened)
    {
        lock (_lock)
        {
            // The lowest bit, which is the earliest event.
            happened = _pending & (SessionEvent)(-(int)_pending);
            _pending &= ~happened;
            return _telling = happened != SessionEvent.None;
        }
    }

    private void Tell(SessionEvent happened)
    {
        try
        {
            switch (happened)
            {
                case SessionEvent.Created:
                    manager.Created(connection);
                    break;
                case SessionEvent.Opened:
                    manager.Opened(connection);
                    break;
                case SessionEvent.Expired:
                    manager.Expired(connection);
                    break;
                default:
                    manager.Removed(connection);
                    break;
            }
        }
        catch (Exception exception)
        {
            ManagerFailed(logger, happened, connection.Id, exception);
        }
    }

    [LoggerMessage(20, LogLevel.Error, "The session manager failed when it was told that session {SessionId} was: {SessionEvent}.", EventName = "SessionManagerFailed")]
    private static partial void ManagerFailed(ILogger logger, SessionEvent sessionEvent, string sessionId, Exception exception);
}
