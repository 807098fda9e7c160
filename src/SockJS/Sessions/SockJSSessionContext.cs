using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.Sessions;

/// <summary>What all sessions of a SockJS endpoint share.</summary>
/// <inheritdoc cref="SessionContext"/>
internal sealed class SockJSSessionContext(
    SockJSOptions options,
    TimeProvider time,
    SockJSMetrics metrics,
    ILogger logger,
    IConnectionHandler handler,
    Func<SockJSConnection, IMembership>? admit = null)
    : SessionContext(options, time, metrics, logger, handler, admit)
{
    public new SockJSOptions Options => (SockJSOptions)base.Options;

    public override PartitionedRateLimiter<SockJSConnection>? MessageLimiter { get; } = options.MessageLimiter;

    public override string Protocol => "sockjs";

    public override SockJSCloseReason ShutdownReason { get; } = new(SockJSCloseKind.ShuttingDown, options.ShutdownCode, options.ShutdownReason);

    public override TimeSpan Afterlife { get; } = options.DisconnectDelay;

    public override TimeSpan ShortestWait { get; } = new[]
    {
        options.SendTimeout, options.SlowClientTimeout, options.DisconnectDelay, options.HeartbeatInterval, options.PongTimeout,
    }.Min();

    public long HeartbeatTicks { get; } = Ticks(options.HeartbeatInterval, time);

    public long PongTicks { get; } = Ticks(options.PongTimeout, time);

    public long DisconnectTicks { get; } = Ticks(options.DisconnectDelay, time);

    /// <summary>Returns the settings of the endpoint that sessions belong to.</summary>
    public static SockJSOptions OptionsOf(SessionTable sessions) => ((SockJSSessionContext)sessions.Context).Options;

    public override Session CreateSession(SessionTable table, SessionOrigin origin) => new SockJSSession(table, this, origin);
}
