using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.Extensions.Logging;

namespace SockJS.Sessions;

/// <summary>The sessions of one endpoint: found by their ids and their users, bounded in number, swept together.</summary>
internal sealed partial class SessionTable(SessionContext context) : IConnectionTable
{
    private readonly ConcurrentDictionary<string, Session> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Session> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Session, bool> _all = new();
    private readonly ConnectionIndex _byUser = new();
    private int _count;
    private int _handlers;
    private volatile bool _draining;
    private TaskCompletionSource? _handlersEnded;

    public SessionContext Context => context;

    /// <summary>Gets the number of sessions, those included that are not open yet or closing.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Gets the number of ids that sessions can be found by.</summary>
    public int IdCount => _byId.Count;

    /// <summary>Gets the number of users that sessions can be found by.</summary>
    public int UserCount => _byUser.Count;

    /// <summary>Finds the session that other requests of its client can join.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out Session? session) => _byKey.TryGetValue(key, out session);

    /// <summary>Finds the open session of an id that the server made.</summary>
    public SockJSConnection? Find(string id) => _byId.TryGetValue(id, out var session) && session.IsOpen ? session : null;

    public SockJSConnection[] OfUser(string userId) => _byUser.Find(userId);

    /// <summary>Opens a session, or finds the one that another request opened meanwhile.</summary>
    /// <returns><see langword="null"/> where there are too many, or the host is shutting down.</returns>
    public Session? Open(string? key, SockJSTransports transport, ClaimsPrincipal user, SockJSClientInfo client, byte[]? proof = null)
    {
        if (Interlocked.Increment(ref _count) > context.Options.MaxSessions || _draining)
        {
            Interlocked.Decrement(ref _count);
            context.Metrics.SessionRefused();
            return null;
        }

        var session = new Session(this, context, key, transport, user, client, proof);
        // Where it can be found it can be ended: then it must be there to be removed.
        _all[session] = true;
        if (session.UserId is { Length: > 0 } userId)
            AddUser(userId, session);
        if (_draining)
            session.ShutDown();
        var published = key is null ? session : Publish(key, session);
        if (ReferenceEquals(published, session))
            context.Metrics.SessionOpened(transport);
        return published;
    }

    public void Remove(Session session)
    {
        if (!_all.TryRemove(session, out _))
            return;
        if (session.Key is { } key)
            _byKey.TryRemove(KeyValuePair.Create(key, session));
        if (session.KnownId is { } id)
            _byId.TryRemove(id, out _);
        if (session.UserId is { Length: > 0 } userId)
            _byUser.Remove(userId, session);
        Interlocked.Decrement(ref _count);
    }

    /// <summary>Lets a session be found by its id, from when it was first asked for it.</summary>
    public void AddId(string id, Session session)
    {
        _byId[id] = session;
        // Removed before, or by whoever does not see the id yet: either way nobody else would take it out.
        if (session.IsOver)
            _byId.TryRemove(id, out _);
    }

    public void Sweep()
    {
        var now = context.Time.GetTimestamp();
        foreach (var (session, _) in _all)
        {
            try
            {
                session.Sweep(now);
            }
            catch (Exception exception)
            {
                // One session that cannot be swept must not keep the others alive for ever.
                SweepFailed(context.Logger, session.Id, exception);
            }
        }
    }

    public void HandlerStarted() => Interlocked.Increment(ref _handlers);

    public void HandlerEnded()
    {
        if (Interlocked.Decrement(ref _handlers) == 0)
            Volatile.Read(ref _handlersEnded)?.TrySetResult();
    }

    /// <summary>Refuses new sessions and closes those there are.</summary>
    /// <returns>A task that completes when the last handler has ended.</returns>
    public Task DrainAsync()
    {
        _draining = true;
        // Who opens a session adds it and then looks whether it is too late; here it is the other way round, and neither may be missed.
        Interlocked.MemoryBarrier();
        foreach (var (session, _) in _all)
            session.ShutDown();
        // From here on no handler begins.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ended = Interlocked.CompareExchange(ref _handlersEnded, ended, null) ?? ended;
        if (Volatile.Read(ref _handlers) == 0)
            ended.TrySetResult();
        return ended.Task;
    }

    /// <summary>Enumerates the open connections.</summary>
    public IEnumerator<SockJSConnection> GetEnumerator()
    {
        foreach (var (session, _) in _all)
        {
            if (session.IsOpen)
                yield return session;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [LoggerMessage(4, LogLevel.Critical, "Session {SessionId} could not be swept.", EventName = "SweepFailed")]
    private static partial void SweepFailed(ILogger logger, string sessionId, Exception exception);

    private void AddUser(string userId, Session session)
    {
        _byUser.Add(userId, session);
        // The sweeper may have been quicker.
        if (session.IsOver)
            _byUser.Remove(userId, session);
    }

    // The loser of a race was never known to anybody. A winner that the sweeper was quicker with must not keep the key.
    private Session Publish(string key, Session session)
    {
        var winner = _byKey.GetOrAdd(key, session);
        if (!ReferenceEquals(winner, session))
            Remove(session);
        else if (session.IsOver)
            _byKey.TryRemove(KeyValuePair.Create(key, session));
        return winner;
    }
}
