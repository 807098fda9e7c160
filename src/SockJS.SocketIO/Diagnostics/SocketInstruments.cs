using System.Diagnostics.Metrics;

namespace SockJS.SocketIO.Diagnostics;

/// <summary>The instruments that only Socket.IO has, of the meter of all endpoints.</summary>
internal sealed class SocketInstruments
{
    private readonly object _lock = new();
    private volatile NamespaceMetrics[] _namespaces = [];

    public SocketInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(SockJSInstrumentation.MeterName);
        meter.CreateObservableUpDownCounter("sockjs.server.active_sockets", ActiveSockets, "{socket}", "Sockets of Socket.IO there are now.");
        RecoveredSockets = meter.CreateCounter<long>("sockjs.server.recovered_sockets", "{socket}", "Sockets of Socket.IO whose clients came back in time.");
        ReceivedEvents = meter.CreateCounter<long>("sockjs.server.received_events", "{event}", "Events of Socket.IO clients.");
        SentEvents = meter.CreateCounter<long>("sockjs.server.sent_events", "{event}", "Events for Socket.IO clients.");
        TimedOutAcks = meter.CreateCounter<long>("sockjs.server.timed_out_acks", "{ack}", "Answers of Socket.IO clients that did not come in time.");
    }

    public Counter<long> RecoveredSockets { get; }

    public Counter<long> ReceivedEvents { get; }

    public Counter<long> SentEvents { get; }

    public Counter<long> TimedOutAcks { get; }

    /// <summary>Returns what measures a namespace.</summary>
    /// <param name="endpoint">The path of its endpoint.</param>
    /// <param name="nameSpace">Its name as it was mapped, which may be a pattern.</param>
    /// <param name="sockets">Tells how many sockets there are.</param>
    public NamespaceMetrics Of(string endpoint, string nameSpace, Func<long> sockets)
    {
        var metrics = new NamespaceMetrics(this, endpoint, nameSpace, sockets);
        lock (_lock)
            _namespaces = [.. _namespaces, metrics];
        return metrics;
    }

    // Endpoints that share a path, below route groups, are measured as one.
    private IEnumerable<Measurement<long>> ActiveSockets()
        => from one in _namespaces
           group one by (one.Endpoint, one.Name) into same
           select new Measurement<long>(same.Sum(static one => one.Sockets), same.First().Tags);
}
