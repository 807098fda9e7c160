using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SockJS.Diagnostics;

/// <summary>The instruments of one endpoint; meter <c>SockJS</c>.</summary>
internal sealed class SockJSMetrics
{
    public const string MeterName = "SockJS";

    private readonly string _endpoint;
    private readonly UpDownCounter<long> _activeSessions;
    private readonly Counter<long> _refusedSessions;
    private readonly Counter<long> _droppedMessages;
    private readonly Counter<long> _invalidMessages;
    private readonly Counter<long> _limitedMessages;
    private readonly Histogram<double> _sessionDuration;

    public SockJSMetrics(IMeterFactory meters, string endpoint)
    {
        _endpoint = endpoint;
        var meter = meters.Create(MeterName);
        _activeSessions = meter.CreateUpDownCounter<long>("sockjs.server.active_sessions", "{session}", "Sessions that are open now.");
        _refusedSessions = meter.CreateCounter<long>("sockjs.server.refused_sessions", "{session}", "Sessions refused for their number or a shutdown.");
        _droppedMessages = meter.CreateCounter<long>("sockjs.server.dropped_messages", "{message}", "Broadcast messages dropped for slow clients.");
        _invalidMessages = meter.CreateCounter<long>("sockjs.server.invalid_messages", "{message}", "Messages of clients that no handler was given.");
        _limitedMessages = meter.CreateCounter<long>("sockjs.server.rate_limited_messages", "{message}", "Messages of clients that sent more than they may.");
        _sessionDuration = meter.CreateHistogram<double>("sockjs.server.session.duration", "s", "How long sessions lived.");
    }

    public void SessionOpened(SockJSTransports transport) => _activeSessions.Add(1, Tags(transport));

    public void SessionEnded(SockJSTransports transport, SockJSCloseKind kind, TimeSpan duration)
    {
        _activeSessions.Add(-1, Tags(transport));
        if (!_sessionDuration.Enabled)
            return;
        var tags = Tags(transport);
        tags.Add("sockjs.close.kind", kind.ToString());
        _sessionDuration.Record(duration.TotalSeconds, tags);
    }

    public void SessionRefused() => _refusedSessions.Add(1, new KeyValuePair<string, object?>("sockjs.endpoint", _endpoint));

    public void MessagesDropped(int count) => _droppedMessages.Add(count, new KeyValuePair<string, object?>("sockjs.endpoint", _endpoint));

    public void MessagesLimited(int count) => _limitedMessages.Add(count, new KeyValuePair<string, object?>("sockjs.endpoint", _endpoint));

    public void MessageRefused(string error)
        => _invalidMessages.Add(1, new KeyValuePair<string, object?>("sockjs.endpoint", _endpoint), new KeyValuePair<string, object?>("error.type", error));

    private TagList Tags(SockJSTransports transport)
        => new() { { "sockjs.endpoint", _endpoint }, { "sockjs.transport", TransportNames.Of(transport) } };
}
