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
internal sealed class SessionContext(
    SockJSOptions options,
    TimeProvider time,
    SockJSMetrics metrics,
    ILogger logger,
    IConnectionHandler handler,
    Func<SockJSConnection, IMembership>? admit = null)
{
    /// <summary>Gets the prefix of the endpoint.</summary>
    public string Endpoint { get; init; } = "";

    public SockJSOptions Options => options;

    public TimeProvider Time => time;

    public SockJSMetrics Metrics => metrics;

    public ILogger Logger => logger;

    public IConnectionHandler Handler => handler;

    /// <summary>Gets the session manager of the application; <see langword="null"/> where the endpoint has none but the library's, which wants to know nothing.</summary>
    public SockJSSessionManager? Manager { get; init; }

    /// <summary>Gets a value indicating whether messages need permits.</summary>
    public bool LimitsMessages { get; } = options.MessagesPerSecond is not null || options.MessageLimiter is not null;

    /// <summary>Makes what lets a connection join groups.</summary>
    public IMembership Admit(SockJSConnection connection)
        => admit?.Invoke(connection) ?? throw new NotSupportedException("This endpoint has no groups.");

    // The sweeper compares timestamps many times a second, so spans are kept in their unit.
    public long HeartbeatTicks { get; } = Ticks(options.HeartbeatInterval, time);

    public long PongTicks { get; } = Ticks(options.PongTimeout, time);

    public long DisconnectTicks { get; } = Ticks(options.DisconnectDelay, time);

    public long SlowClientTicks { get; } = Ticks(options.SlowClientTimeout, time);

    public long SendTicks { get; } = Ticks(options.SendTimeout, time);

    private static long Ticks(TimeSpan span, TimeProvider time) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
