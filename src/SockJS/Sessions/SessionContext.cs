using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.Sessions;

/// <summary>What all sessions of an endpoint share.</summary>
/// <param name="options">The settings of the endpoint.</param>
/// <param name="time">The clock.</param>
/// <param name="metrics">The counters.</param>
/// <param name="logger">The log.</param>
/// <param name="handler">What the endpoint does with its connections.</param>
/// <param name="admit">Lets a connection join groups.</param>
internal abstract class SessionContext(
    EndpointOptions options,
    TimeProvider time,
    SockJSMetrics metrics,
    ILogger logger,
    IConnectionHandler handler,
    Func<SockJSConnection, IMembership>? admit = null)
{
    /// <summary>Gets the prefix of the endpoint.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Gets the endpoint class; <see langword="null"/> where it was mapped with a delegate.</summary>
    public Type? EndpointType { get; init; }

    /// <summary>Gets the name of the protocol that the endpoint speaks.</summary>
    public abstract string Protocol { get; }

    /// <summary>Gets the groups of the endpoint; <see langword="null"/> where it can have none.</summary>
    public IGroupCounts? Groups { get; init; }

    /// <summary>Gets a value indicating whether the endpoint is the library's own, and not to be listed among those of the application.</summary>
    public bool IsInternal { get; init; }

    public EndpointOptions Options { get; } = options;

    /// <summary>Gets what bounds the bytes that wait in all sessions; <see langword="null"/> where nothing does.</summary>
    public BufferedBytes? Buffered { get; } = options.MaxBufferedBytes is { } max ? new BufferedBytes(max) : null;

    public TimeProvider Time => time;

    public SockJSMetrics Metrics => metrics;

    public ILogger Logger => logger;

    public IConnectionHandler Handler => handler;

    /// <summary>Gets the session manager of the application; <see langword="null"/> where the endpoint has none but the library's, which wants to know nothing.</summary>
    public SockJSSessionManager? Manager { get; init; }

    /// <summary>Gets a value indicating whether messages need permits.</summary>
    public bool LimitsMessages => Options.MessagesPerSecond is not null || MessageLimiter is not null;

    /// <summary>Gets the limiter of the application; <see langword="null"/> where it has none.</summary>
    public virtual PartitionedRateLimiter<SockJSConnection>? MessageLimiter => null;

    /// <summary>Makes what lets a connection join groups.</summary>
    public IMembership Admit(SockJSConnection connection)
        => admit?.Invoke(connection) ?? throw new NotSupportedException("This endpoint has no groups.");

    /// <summary>Gets why sessions are closed when the host shuts down.</summary>
    public abstract SockJSCloseReason ShutdownReason { get; }

    /// <summary>Gets the time after which a session has ended whose client went away without a word.</summary>
    public abstract TimeSpan Afterlife { get; }

    /// <summary>Gets the shortest time that any of the sessions waits for something.</summary>
    public abstract TimeSpan ShortestWait { get; }

    /// <summary>Gets what knows which ready frames are one message; <see langword="null"/> where each is one.</summary>
    public virtual IFrameGroups? FrameGroups => null;

    /// <summary>Makes a session.</summary>
    public abstract Session CreateSession(SessionTable table, SessionOrigin origin);

    // The sweeper compares timestamps many times a second, so spans are kept in their unit.
    public long SlowClientTicks { get; } = Ticks(options.SlowClientTimeout, time);

    public long SendTicks { get; } = Ticks(options.SendTimeout, time);

    protected static long Ticks(TimeSpan span, TimeProvider time) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
