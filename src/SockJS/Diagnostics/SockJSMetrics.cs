using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Numerics;

namespace SockJS.Diagnostics;

/// <summary>Measures one endpoint. What is called for each message costs a look where nobody listens, and never allocates.</summary>
internal sealed class SockJSMetrics
{
    private static readonly SockJSTransports[] s_transports =
    [
        SockJSTransports.WebSocket, SockJSTransports.RawWebSocket, SockJSTransports.XhrStreaming, SockJSTransports.XhrPolling,
        SockJSTransports.EventSource, SockJSTransports.HtmlFile, SockJSTransports.JsonpPolling, SockJSTransports.None,
    ];

    private readonly Instruments _instruments;
    private readonly KeyValuePair<string, object?> _tag;
    private readonly TransportMetrics[] _transports;
    private volatile Func<long>[] _queues = [];

    public SockJSMetrics(IMeterFactory meters, string endpoint)
        : this(new Instruments(meters, TimeProvider.System), endpoint, TimeProvider.System)
    {
    }

    public SockJSMetrics(Instruments instruments, string endpoint, TimeProvider time)
    {
        _instruments = instruments;
        _tag = MetricTags.Of(MetricTags.Endpoint, endpoint);
        _transports = [.. s_transports.Select(transport => new TransportMetrics(instruments, endpoint, TransportNames.Of(transport)))];
        Endpoint = endpoint;
        Time = time;
        Fallbacks = new FallbackTable(time);
    }

    public string Endpoint { get; }

    public TimeProvider Time { get; }

    public IReadOnlyList<TransportMetrics> Transports => _transports;

    /// <summary>Gets the clients whose WebSocket has failed.</summary>
    public FallbackTable Fallbacks { get; }

    /// <summary>Gets a value indicating whether anybody wants to know of fallbacks.</summary>
    public bool CountsFallbacks => _instruments.Fallbacks.Enabled;

    /// <summary>Gets a value indicating whether anybody wants to know how long handlers take.</summary>
    public bool TimesHandlers => _instruments.HandlerDuration.Enabled;

    /// <summary>Gets the number of bytes that wait for clients; all sessions are asked.</summary>
    public long QueuedBytes => _queues.Sum(static queue => queue());

    public TransportMetrics Of(SockJSTransports transport)
        => _transports[Math.Min(BitOperations.TrailingZeroCount((int)transport), _transports.Length - 1)];

    /// <summary>Adds what tells the number of bytes that wait for the clients of a table.</summary>
    public void Observe(Func<long> queuedBytes)
    {
        lock (_transports)
            _queues = [.. _queues, queuedBytes];
    }

    public void SessionRefused(string reason) => _instruments.RefusedSessions.Add(1, _tag, MetricTags.Of(MetricTags.RefusalReason, reason));

    public void MessagesDropped(int count) => _instruments.DroppedMessages.Add(count, _tag);

    public void MessageRefused(string error) => _instruments.InvalidMessages.Add(1, _tag, MetricTags.Of(MetricTags.ErrorType, error));

    public void MessagesLimited(int count) => _instruments.LimitedMessages.Add(count, _tag);

    public void Decided(SlowClientDecision decision)
    {
        if (_instruments.SlowClientDecisions.Enabled)
            _instruments.SlowClientDecisions.Add(1, _tag, MetricTags.Of(MetricTags.Decision, NameOf(decision)));
    }

    /// <summary>Records how long a handler took for a message.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="nameSpace">The namespace of a Socket.IO endpoint, as it was mapped.</param>
    /// <param name="message">The name of the message, one that the endpoint has a handler for.</param>
    /// <param name="error">What went wrong.</param>
    public void Handled(TimeSpan duration, string? nameSpace, string? message, string? error)
    {
        var tags = default(TagList);
        tags.Add(_tag);
        if (nameSpace is not null)
            tags.Add(MetricTags.Of(MetricTags.Namespace, nameSpace));
        if (message is not null)
            tags.Add(MetricTags.Of(MetricTags.Message, message));
        if (error is not null)
            tags.Add(MetricTags.Of(MetricTags.ErrorType, error));
        _instruments.HandlerDuration.Record(duration.TotalSeconds, tags);
    }

    private static string NameOf(SlowClientDecision decision) => decision switch
    {
        SlowClientDecision.DroppedNewest => "dropped_newest",
        SlowClientDecision.DroppedOldest => "dropped_oldest",
        SlowClientDecision.Waited => "waited",
        SlowClientDecision.Coalesced => "coalesced",
        SlowClientDecision.WaitTimedOut => "wait_timed_out",
        _ => "closed",
    };
}
