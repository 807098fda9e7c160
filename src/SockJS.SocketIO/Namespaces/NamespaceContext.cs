using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;
using SockJS.SocketIO.Acks;
using SockJS.SocketIO.Diagnostics;
using SockJS.SocketIO.Namespaces.Recovery;
using SockJS.SocketIO.Rooms.Recovery;

namespace SockJS.SocketIO.Namespaces;

/// <summary>What the namespaces of an endpoint share.</summary>
/// <param name="Options">The settings of the endpoint.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Hears of what fails.</param>
/// <param name="Backplane">What takes messages to other servers.</param>
/// <param name="Path">The path of the endpoint, with which the names of its namespaces begin where servers speak of them.</param>
internal sealed record NamespaceContext(SocketIOOptions Options, TimeProvider Time, ILogger Logger, IBackplane Backplane, string Path)
{
    /// <summary>Gets what numbers the events that clients may miss; <see langword="null"/> where they are not sent again.</summary>
    public EventSequence? Sequence { get; } = Options.Recovery.Enabled
        ? new EventSequence(Options.Recovery, Options.PingInterval + Options.PingTimeout, Time)
        : null;

    /// <summary>Gets the sockets whose clients may come back; <see langword="null"/> where they cannot.</summary>
    public LostSockets? Lost { get; } = Options.Recovery.Enabled ? new LostSockets(Options.Recovery, Time) : null;

    /// <summary>Gets what gives up the answers of single clients.</summary>
    public AckDeadlines AckDeadlines { get; } = new(Options.AckTimeout, Time);

    /// <summary>Gets what hears of events that are refused.</summary>
    public ILogger DispatchLogger { get; init; } = Logger;

    /// <summary>Gets where the endpoint counts what all protocols have.</summary>
    public SockJSMetrics? Metrics { get; init; }

    /// <summary>Gets where namespaces count.</summary>
    public SocketInstruments? Instruments { get; init; }

    /// <summary>Gets a value indicating whether anybody wants to know how events are handled.</summary>
    public bool IsWatched => Metrics is { } metrics && (metrics.TimesHandlers || SockJSActivitySource.HasListeners);
}
