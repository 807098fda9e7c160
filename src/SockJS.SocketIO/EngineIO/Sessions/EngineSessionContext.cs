using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.Sessions;

namespace SockJS.SocketIO.EngineIO.Sessions;

/// <summary>What all sessions of an Engine.IO endpoint share.</summary>
/// <inheritdoc cref="SessionContext"/>
internal sealed class EngineSessionContext(EngineIOOptions options, TimeProvider time, SockJSMetrics metrics, ILogger logger, IEngineHandler handler)
    : SessionContext(options, time, metrics, logger, new ReceiverRunner())
{
    // A client may send its last packet and its next poll together, and the server see them in either order.
    private static readonly TimeSpan s_lastPoll = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan s_early = TimeSpan.FromMilliseconds(2);

    public new EngineIOOptions Options => (EngineIOOptions)base.Options;

    /// <summary>Gets what stands above the sessions.</summary>
    public IEngineHandler Above => handler;

    public bool AllowsUpgrades { get; } = options.AllowUpgrades && options.Transports == EngineIOTransports.All;

    public override string Protocol => handler.Protocol;

    public override IFrameGroups? FrameGroups => handler.FrameGroups;

    public override SockJSCloseReason ShutdownReason => CloseReasons.ShuttingDown;

    public override TimeSpan Afterlife { get; } = options.PingInterval + options.PingTimeout;

    public override TimeSpan ShortestWait { get; } = new[]
    {
        options.SendTimeout, options.SlowClientTimeout, options.PingInterval, options.PingTimeout,
    }.Min();

    public long PingIntervalTicks { get; } = Ticks(options.PingInterval, time);

    /// <summary>Gets how much the timers of clients may be ahead.</summary>
    public long EarlyTicks { get; } = Ticks(s_early, time);

    public long PingTimeoutTicks { get; } = Ticks(options.PingTimeout, time);

    /// <summary>Gets how long a session that was closed waits for the client to come for what is left.</summary>
    public long LingerTicks { get; } = Ticks(options.CloseLinger, time);

    /// <summary>Gets how long a session that the client has closed waits for its last poll.</summary>
    public long LastPollTicks { get; } = Ticks(s_lastPoll, time);

    /// <summary>Returns the context of an endpoint's sessions.</summary>
    public static EngineSessionContext Of(SessionTable sessions) => (EngineSessionContext)sessions.Context;

    public override Session CreateSession(SessionTable table, SessionOrigin origin) => new EngineSession(table, this, origin);
}
