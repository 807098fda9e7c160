using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.Groups;

/// <summary>
/// Tells the observers of a group of its changes, one after the other. Whoever finds changes and nobody telling them tells them all, so that
/// no lock is held while the application's code runs: an observer may change groups itself.
/// </summary>
internal sealed partial class Presence<T>(string group, ILogger logger)
{
    private readonly object _lock = new();
    private readonly Queue<PresenceChange<T>> _changes = new();
    private volatile PresenceObserver<T>[] _observers = [];
    private bool _telling;

    /// <summary>Adds an observer. The table's lock is held, here and where one is removed.</summary>
    public void Add(PresenceObserver<T> observer) => _observers = [.. _observers, observer];

    /// <summary>Removes an observer.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Remove(PresenceObserver<T> observer)
    {
        _observers = [.. _observers.Where(one => one != observer)];
        return _observers.Length == 0;
    }

    /// <summary>Puts a change in the line.</summary>
    public void Note(PresenceChange<T> change)
    {
        lock (_lock)
            _changes.Enqueue(change);
    }

    /// <summary>Tells what is in the line, unless another thread is at it.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            if (_telling)
                return;
            _telling = true;
        }

        while (TryTake(out var change))
        {
            foreach (var observer in _observers)
                Tell(observer, change);
        }
    }

    private bool TryTake(out PresenceChange<T> change)
    {
        lock (_lock)
            return _telling = _changes.TryDequeue(out change);
    }

    private void Tell(PresenceObserver<T> observer, PresenceChange<T> change)
    {
        if (!observer.Wants(change))
            return;
        try
        {
            observer.Tell(change);
        }
        catch (Exception exception)
        {
            ObserverFailed(logger, LoggedText.Of(group), exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An observer of the group {Group} failed.", EventName = "GroupObserverFailed")]
    private static partial void ObserverFailed(ILogger logger, string group, Exception exception);
}
