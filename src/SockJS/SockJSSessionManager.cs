namespace SockJS;

/// <summary>Has the sessions of one endpoint: lists, expires and drains them, and decides in derived classes who may open one.</summary>
/// <remarks>
/// Every mapped endpoint has a manager of its own, this class unless it names another. All members may be used from any thread. What a
/// derived class does in its <c>On…</c> methods is done outside of all locks; those of one session are called one after the other, in the
/// order created, opened, expired, removed. What they throw is logged, and has no other effect.
/// </remarks>
public class SockJSSessionManager
{
    private readonly object _lock = new();
    private volatile IManagedSessions? _sessions;
    private string? _endpoint;

    /// <summary>Gets the prefix of the endpoint, without that of a route group.</summary>
    /// <exception cref="InvalidOperationException">The manager has no endpoint yet, as in its constructor. The same holds for all other members.</exception>
    public string Endpoint => Sessions is not null ? _endpoint! : "";

    /// <summary>Gets the number of sessions, those included that are not open yet or closing.</summary>
    public int Count => Sessions.Count;

    /// <summary>Gets how many sessions the endpoint may have at once, <see cref="EndpointOptions.MaxSessions"/>.</summary>
    public int MaxSessions => Sessions.Options.MaxSessions;

    /// <summary>Gets the open connections, one by one.</summary>
    public IEnumerable<SockJSConnection> Connections => Sessions;

    /// <summary>Gets a value indicating whether new sessions are refused, because of <see cref="DrainAsync(CancellationToken)"/> or a shutdown of the host.</summary>
    public bool IsDraining => Sessions.IsDraining;

    private IManagedSessions Sessions => _sessions
        ?? throw new InvalidOperationException("The session manager has no endpoint: it gets one when the endpoint is mapped. A manager that is a service has to be a singleton.");

    /// <summary>Finds an open connection.</summary>
    /// <param name="id">Its <see cref="SockJSConnection.Id"/>.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    public SockJSConnection? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Sessions.Find(id);
    }

    /// <summary>Ends a connection there and then, without a close frame, as if no receiver had come back: its handler is told <see cref="SockJSCloseKind.TimedOut"/>.</summary>
    /// <param name="connection">A connection of this endpoint.</param>
    /// <returns>Whether it is one of this endpoint, and had not ended before.</returns>
    public bool Expire(SockJSConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Sessions.Expire(connection);
    }

    /// <param name="id">The <see cref="SockJSConnection.Id"/> of a connection of this endpoint.</param>
    /// <inheritdoc cref="Expire(SockJSConnection)"/>
    public bool Expire(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Sessions.Expire(id);
    }

    /// <summary>Ends all sessions there and then, as <see cref="Expire(SockJSConnection)"/> does. New ones are still let in.</summary>
    public void Clear() => Sessions.ExpireAll();

    /// <summary>
    /// Refuses new sessions with status 503 and closes those there are as on a shutdown: with <see cref="SockJSOptions.ShutdownCode"/> and
    /// <see cref="SockJSOptions.ShutdownReason"/>, within <see cref="EndpointOptions.DrainWindow"/>.
    /// </summary>
    /// <inheritdoc cref="DrainAsync(int, string, TimeSpan, CancellationToken)"/>
    public Task DrainAsync(CancellationToken cancellationToken = default)
    {
        var sessions = Sessions;
        return sessions.DrainAsync(sessions.ShutdownReason, sessions.Options.DrainWindow).WaitAsync(cancellationToken);
    }

    /// <summary>Refuses new sessions with status 503, from now until <see cref="Resume"/>, and closes those there are, spread evenly over a time.</summary>
    /// <param name="code">1000, or a code from 3000 to 4999.</param>
    /// <param name="reason">A reason for the clients, at most 123 bytes of UTF-8.</param>
    /// <param name="window">How long it takes: the first session is closed at once, the last at its end. Zero closes all at once; it is a day at most.</param>
    /// <param name="cancellationToken">Ends the wait. The drain goes on.</param>
    /// <returns>A task that completes when the last handler has ended.</returns>
    /// <remarks>
    /// Handlers are told <see cref="SockJSCloseKind.ShuttingDown"/>. A second drain takes the place of the first, whose task completes with
    /// it; so does the shutdown of the host, after which this has no effect but the wait.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="code"/> is neither 1000 nor from 3000 to 4999, or <paramref name="window"/> is negative or more than a day.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is too long.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended, or <see cref="Resume"/> was called before the last handler had ended.</exception>
    public Task DrainAsync(int code, string reason, TimeSpan window, CancellationToken cancellationToken = default)
    {
        CloseFrameRules.Check(code, reason);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, TimeSpan.FromDays(1));
        return Sessions.DrainAsync(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, code, reason), window).WaitAsync(cancellationToken);
    }

    /// <summary>Lets new sessions in again after a drain. One that is still under way ends, and leaves the sessions that it has not closed.</summary>
    /// <remarks>Has no effect while the host is shutting down.</remarks>
    public void Resume() => Sessions.Resume();

    /// <summary>Decides whether a client may open a session.</summary>
    /// <param name="context">The request, which is authorized, of an allowed origin and within the limits of the endpoint.</param>
    /// <returns><see cref="SockJSAdmission.Accept"/>, unless overridden.</returns>
    /// <remarks>
    /// Called before the session is made, and not for requests that join one. While it runs, the session counts against the limits, and other
    /// requests with its id wait. An exception is logged as an error and answered with status 500.
    /// </remarks>
    protected internal virtual ValueTask<SockJSAdmission> AdmitAsync(SockJSAdmissionContext context) => new(SockJSAdmission.Accept);

    /// <summary>Called when a session was made, before any request can find it. The client does not know of it yet.</summary>
    /// <param name="connection">The connection of the session.</param>
    protected virtual void OnCreated(SockJSConnection connection)
    {
    }

    /// <summary>Called when a client was told that its session is open, before its handler runs.</summary>
    /// <param name="connection">The connection of the session.</param>
    protected virtual void OnOpened(SockJSConnection connection)
    {
    }

    /// <summary>Called when no receiver came back within <see cref="SockJSOptions.DisconnectDelay"/>, or a session was expired by hand.</summary>
    /// <param name="connection">The connection of the session.</param>
    protected virtual void OnExpired(SockJSConnection connection)
    {
    }

    /// <summary>Called when a session is over, and no request can find it any more: once for each that was created, whatever its end.</summary>
    /// <param name="connection">The connection of the session.</param>
    /// <param name="reason">Why it ended. Its handler may still be at work.</param>
    protected virtual void OnRemoved(SockJSConnection connection, SockJSCloseReason reason)
    {
    }

    internal void Created(SockJSConnection connection) => OnCreated(connection);

    internal void Opened(SockJSConnection connection) => OnOpened(connection);

    internal void Expired(SockJSConnection connection) => OnExpired(connection);

    internal void Removed(SockJSConnection connection) => OnRemoved(connection, connection.CloseReason);

    /// <summary>Gives the manager its endpoint.</summary>
    /// <exception cref="InvalidOperationException">It has one.</exception>
    internal void Attach(IManagedSessions sessions, string endpoint)
    {
        lock (_lock)
        {
            if (_sessions is not null)
            {
                throw new InvalidOperationException(
                    $"The session manager {GetType()} is that of the SockJS endpoint \"{_endpoint}\" and cannot be that of \"{endpoint}\" too: each endpoint needs an instance of its own.");
            }

            _endpoint = endpoint;
            _sessions = sessions;
        }
    }
}
