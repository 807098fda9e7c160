using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Logging;
using SockJS.Members;

namespace SockJS.Sessions;

/// <summary>The sessions of one endpoint: found by their ids and their users, bounded in number, swept together.</summary>
internal sealed partial class SessionTable(SessionContext context) : IManagedSessions
{
    private readonly ConcurrentDictionary<string, Session> _byKey = new(StringComparer.Ordinal);
    private readonly MemberTable<Session> _members = new();
    private readonly RefusalLog _refusals = new(context.Logger, context.Endpoint, context.Time);
    private int _count;
    private long _sweptAt = context.Time.GetTimestamp();

    public SessionContext Context => context;

    public EndpointOptions Options => context.Options;

    public SockJSCloseReason ShutdownReason => context.ShutdownReason;

    /// <summary>Gets the counts that the limits are compared with.</summary>
    public SessionLimits Limits { get; } = new(context.Options);

    /// <summary>Gets the keys of the sessions that wait for the session manager.</summary>
    public KeyClaims Claims { get; } = new();

    /// <summary>Gets the number of sessions, those included that are not open yet or closing.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Gets the number of ids that sessions can be found by.</summary>
    public int IdCount => _members.IdCount;

    /// <summary>Gets the number of users that sessions can be found by.</summary>
    public int UserCount => _members.UserCount;

    /// <summary>Gets the number of bytes that wait for clients; all sessions are asked.</summary>
    public long QueuedBytes => _members.All.Sum(static one => (long)one.QueuedBytes);

    /// <summary>Finds the session that other requests of its client can join.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out Session? session) => _byKey.TryGetValue(key, out session);

    /// <summary>Finds the open session of an id that the server made.</summary>
    public SockJSConnection? Find(string id) => _members.Find(id);

    public SockJSConnection[] OfUser(string userId) => _members.OfUser(userId);

    /// <summary>Opens a session without asking the session manager, or finds the one that another request opened meanwhile.</summary>
    /// <returns><see langword="null"/> where there are too many, or no new ones are wanted.</returns>
    public Session? Open(string? key, SockJSTransports transport, ClaimsPrincipal user, SockJSClientInfo client, byte[]? proof = null)
        => TryTakePlace(SessionUser.IdOf(user), client.RemoteEndPoint?.Address, out var place) == SessionRefusal.None
            ? Open(place, key, transport, user, client, proof)
            : null;

    /// <summary>Takes the place of a session that is to be opened, or notes why there is none.</summary>
    /// <param name="userId">The user that opens it.</param>
    /// <param name="address">The address that it comes from.</param>
    /// <param name="place">What to open it with, or to return to <see cref="Limits"/>.</param>
    public SessionRefusal TryTakePlace(string? userId, IPAddress? address, out SessionPlace? place)
    {
        place = null;
        var refusal = IsDraining ? SessionRefusal.Draining
            : context.Buffered is { IsFull: true } ? SessionRefusal.BuffersFull
            : Limits.TryTake(userId, address, out place);
        if (refusal != SessionRefusal.None)
            NoteRefusal(refusal);
        return refusal;
    }

    /// <summary>Counts and logs that a session was not opened.</summary>
    public void NoteRefusal(SessionRefusal refusal)
    {
        context.Metrics.SessionRefused(refusal switch
        {
            SessionRefusal.Draining => "draining",
            SessionRefusal.EndpointFull => "endpoint_full",
            SessionRefusal.UserLimit => "user_limit",
            SessionRefusal.AddressLimit => "address_limit",
            SessionRefusal.BuffersFull => "buffers_full",
            _ => "manager",
        });
        _refusals.Refused(refusal);
    }

    /// <summary>Counts and logs that a session was not opened, since the session manager threw.</summary>
    public void NoteFailedAdmission(Exception exception)
    {
        _refusals.AdmissionFailed(exception);
        NoteRefusal(SessionRefusal.Manager);
    }

    /// <summary>Opens a session in a place that was taken, or finds the one that another request opened meanwhile.</summary>
    public Session Open(
        SessionPlace? place, string? key, SockJSTransports transport, ClaimsPrincipal user, SockJSClientInfo client, byte[]? proof = null)
    {
        var session = context.CreateSession(this, new SessionOrigin(key, transport, user, client, proof));
        session.Place = place;
        Interlocked.Increment(ref _count);
        session.Announce();
        // Where it can be found it can be ended: then it must be there to be removed.
        _members.Add(session);
        if (_drain is { } drain)
            session.Close(drain.Reason);
        var published = key is null ? session : Publish(key, session);
        // Whoever ended a loser before it was abandoned has counted its end.
        if (ReferenceEquals(published, session) || !session.TryAbandon())
            context.Metrics.Of(transport).SessionOpened();
        // The session manager may have ended it before it was there.
        if (session.IsOver)
            Remove(session);
        return published;
    }

    public void Remove(Session session)
    {
        if (!_members.Remove(session))
            return;
        if (session.Key is { } key)
            _byKey.TryRemove(KeyValuePair.Create(key, session));
        Interlocked.Decrement(ref _count);
        Limits.Return(session.Place);
    }

    public bool Expire(SockJSConnection connection) => connection is Session session && session.IsOf(this) && session.Expire();

    public bool Expire(string id) => _members.TryFind(id, out var session) && session.Expire();

    public void ExpireAll()
    {
        foreach (var session in _members.All)
            session.Expire();
    }

    /// <summary>Lets a session be found by its id, from when it was first asked for it.</summary>
    public void AddId(string id, Session session) => _members.AddId(id, session);

    /// <summary>Says whether the last sweep was so long ago.</summary>
    public bool IsDue(TimeSpan span) => context.Time.GetElapsedTime(_sweptAt) >= span;

    public void Sweep()
    {
        var now = context.Time.GetTimestamp();
        _sweptAt = now;
        foreach (var session in _members.All)
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

    /// <summary>Enumerates the open connections.</summary>
    public IEnumerator<SockJSConnection> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [LoggerMessage(4, LogLevel.Critical, "Session {SessionId} could not be swept.", EventName = "SweepFailed")]
    private static partial void SweepFailed(ILogger logger, string sessionId, Exception exception);

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
