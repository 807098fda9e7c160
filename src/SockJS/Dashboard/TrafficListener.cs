using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SockJS.Diagnostics;

namespace SockJS.Dashboard;

/// <summary>Listens to the instruments of this application, which count nothing for messages while nobody does.</summary>
internal sealed class TrafficListener : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Traffic> _endpoints = new(StringComparer.Ordinal);

    public TrafficListener(Instruments instruments)
    {
        _listener.SetMeasurementEventCallback<long>(Count);
        Listen(instruments.ReceivedMessages, TrafficKind.MessagesIn);
        Listen(instruments.ReceivedBytes, TrafficKind.BytesIn);
        Listen(instruments.SentMessages, TrafficKind.MessagesOut);
        Listen(instruments.SentBytes, TrafficKind.BytesOut);
        Listen(instruments.DroppedMessages, TrafficKind.Dropped);
        Listen(instruments.RefusedSessions, TrafficKind.Refused);
        Listen(instruments.LimitedMessages, TrafficKind.Limited);
        Listen(instruments.Fallbacks, TrafficKind.Fallbacks);
    }

    /// <summary>Returns the counts of the endpoints at a prefix.</summary>
    public Traffic Of(string endpoint) => _endpoints.GetOrAdd(endpoint, static _ => new Traffic());

    public void Dispose() => _listener.Dispose();

    private void Listen(Instrument instrument, TrafficKind kind) => _listener.EnableMeasurementEvents(instrument, kind);

    // Called for each message while somebody watches, on the thread that handles it.
    private void Count(Instrument instrument, long count, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == MetricTags.Endpoint && tag.Value is string endpoint)
                Of(endpoint).Add((TrafficKind)state!, count);
        }
    }
}
