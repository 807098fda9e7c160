using System.Diagnostics.Metrics;

namespace SockJS.Diagnostics;

/// <summary>The instruments of an application, meter <c>SockJS</c>; endpoints differ by a tag.</summary>
/// <remarks>
/// What there is now is counted by the endpoints themselves and looked up when somebody asks, so that a listener that comes late sees
/// neither too few nor less than none.
/// </remarks>
internal sealed class Instruments
{
    public const string MeterName = "SockJS";

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private volatile SockJSMetrics[] _endpoints = [];

    public Instruments(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(MeterName);
        meter.CreateObservableUpDownCounter("sockjs.server.active_sessions", ActiveSessions, "{session}", "Sessions there are now.");
        meter.CreateObservableUpDownCounter("sockjs.server.active_connections", ActiveConnections, "{connection}", "Sockets, streams and polls that are attached to sessions now.");
        meter.CreateObservableUpDownCounter("sockjs.server.queued_bytes", QueuedBytes, "By", "Bytes that wait for clients now.");
        OpenedSessions = meter.CreateCounter<long>("sockjs.server.opened_sessions", "{session}", "Sessions opened.");
        ClosedSessions = meter.CreateCounter<long>("sockjs.server.closed_sessions", "{session}", "Sessions that ended.");
        RefusedSessions = meter.CreateCounter<long>("sockjs.server.refused_sessions", "{session}", "Sessions that were not opened.");
        SessionDuration = Seconds(
            meter, "sockjs.server.session.duration", "How long sessions lived.", [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300]);
        HandlerDuration = Seconds(
            meter, "sockjs.server.handler.duration", "How long handlers took for a message.", [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]);
        ReceivedMessages = meter.CreateCounter<long>("sockjs.server.received_messages", "{message}", "Messages of clients.");
        ReceivedBytes = meter.CreateCounter<long>("sockjs.server.received_bytes", "By", "Bytes of the messages of clients, as encoded by them.");
        SentMessages = meter.CreateCounter<long>("sockjs.server.sent_messages", "{message}", "Messages written to clients.");
        SentBytes = meter.CreateCounter<long>("sockjs.server.sent_bytes", "By", "Bytes of the frames that carried messages to clients.");
        InvalidMessages = meter.CreateCounter<long>("sockjs.server.invalid_messages", "{message}", "Messages of clients that no handler was given.");
        LimitedMessages = meter.CreateCounter<long>("sockjs.server.rate_limited_messages", "{message}", "Messages of clients that sent more than they may.");
        DroppedMessages = meter.CreateCounter<long>("sockjs.server.dropped_messages", "{message}", "Broadcast messages dropped for slow clients.");
        SlowClientDecisions = meter.CreateCounter<long>("sockjs.server.slow_client_decisions", "{decision}", "What became of broadcasts to clients that had no room.");
        HeartbeatTimeouts = meter.CreateCounter<long>("sockjs.server.heartbeat_timeouts", "{timeout}", "Sockets given up since a ping was not answered.");
        Fallbacks = meter.CreateCounter<long>("sockjs.server.fallbacks", "{session}", "Sessions over HTTP soon after a WebSocket of, probably, the same client had failed.");
    }

    public Counter<long> OpenedSessions { get; }

    public Counter<long> ClosedSessions { get; }

    public Counter<long> RefusedSessions { get; }

    public Histogram<double> SessionDuration { get; }

    public Histogram<double> HandlerDuration { get; }

    public Counter<long> ReceivedMessages { get; }

    public Counter<long> ReceivedBytes { get; }

    public Counter<long> SentMessages { get; }

    public Counter<long> SentBytes { get; }

    public Counter<long> InvalidMessages { get; }

    public Counter<long> LimitedMessages { get; }

    public Counter<long> DroppedMessages { get; }

    public Counter<long> SlowClientDecisions { get; }

    public Counter<long> HeartbeatTimeouts { get; }

    public Counter<long> Fallbacks { get; }

    /// <summary>Returns what measures an endpoint. Two that share a prefix, below route groups, are measured as one.</summary>
    public SockJSMetrics Of(string endpoint)
    {
        lock (_lock)
        {
            foreach (var known in _endpoints)
            {
                if (known.Endpoint == endpoint)
                    return known;
            }

            var metrics = new SockJSMetrics(this, endpoint, _time);
            _endpoints = [.. _endpoints, metrics];
            return metrics;
        }
    }

    // The usual buckets of tools are made for milliseconds, or end after ten seconds.
    private static Histogram<double> Seconds(Meter meter, string name, string description, double[] buckets)
#if NET9_0_OR_GREATER
        => meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
#else
        => meter.CreateHistogram<double>(name, "s", description);
#endif

    private IEnumerable<Measurement<long>> ActiveSessions() => OfTransports(static transport => transport.Sessions);

    private IEnumerable<Measurement<long>> ActiveConnections() => OfTransports(static transport => transport.Connections);

    private IEnumerable<Measurement<long>> QueuedBytes()
        => _endpoints.Select(static endpoint => new Measurement<long>(endpoint.QueuedBytes, MetricTags.Of(MetricTags.Endpoint, endpoint.Endpoint)));

    private IEnumerable<Measurement<long>> OfTransports(Func<TransportMetrics, long> count)
        => from endpoint in _endpoints
           from transport in endpoint.Transports
           where transport.WasUsed
           select new Measurement<long>(count(transport), transport.Tags);
}
