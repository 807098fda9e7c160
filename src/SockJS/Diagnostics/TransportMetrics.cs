using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SockJS.Diagnostics;

/// <summary>Measures what goes over one transport of one endpoint.</summary>
internal sealed class TransportMetrics(Instruments instruments, string endpoint, string transport)
{
    private readonly KeyValuePair<string, object?>[] _tags = [MetricTags.Of(MetricTags.Endpoint, endpoint), MetricTags.Of(MetricTags.Transport, transport)];

    // Those of the hot path, near at hand.
    private readonly Counter<long> _receivedMessages = instruments.ReceivedMessages;
    private readonly Counter<long> _receivedBytes = instruments.ReceivedBytes;
    private readonly Counter<long> _sentMessages = instruments.SentMessages;
    private readonly Counter<long> _sentBytes = instruments.SentBytes;

    private long _sessions;
    private long _connections;
    private volatile bool _wasUsed;

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => _tags;

    /// <summary>Gets a value indicating whether there ever was a session or a connection.</summary>
    public bool WasUsed => _wasUsed;

    /// <summary>Gets the number of sessions that it has opened and that have not ended.</summary>
    // A session may have ended before whoever opened it came to count it.
    public long Sessions => Math.Max(0, Volatile.Read(ref _sessions));

    /// <summary>Gets the number of receivers that are attached to sessions.</summary>
    public long Connections => Volatile.Read(ref _connections);

    public void SessionOpened()
    {
        _wasUsed = true;
        Interlocked.Increment(ref _sessions);
        instruments.OpenedSessions.Add(1, _tags);
    }

    public void SessionEnded(SockJSCloseKind kind, TimeSpan duration)
    {
        Interlocked.Decrement(ref _sessions);
        if (kind == SockJSCloseKind.NoPong)
            instruments.HeartbeatTimeouts.Add(1, _tags);
        if (!instruments.ClosedSessions.Enabled && !instruments.SessionDuration.Enabled)
            return;
        var tags = new TagList(_tags) { { MetricTags.CloseKind, kind.ToString() } };
        instruments.ClosedSessions.Add(1, tags);
        instruments.SessionDuration.Record(duration.TotalSeconds, tags);
    }

    public void Attached()
    {
        _wasUsed = true;
        Interlocked.Increment(ref _connections);
    }

    public void Detached() => Interlocked.Decrement(ref _connections);

    public void Received(int messages, int bytes)
    {
        if (_receivedMessages.Enabled)
            _receivedMessages.Add(messages, _tags);
        if (_receivedBytes.Enabled)
            _receivedBytes.Add(bytes, _tags);
    }

    public void Sent(int messages, int bytes)
    {
        if (_sentMessages.Enabled)
            _sentMessages.Add(messages, _tags);
        if (_sentBytes.Enabled)
            _sentBytes.Add(bytes, _tags);
    }

    /// <summary>Counts a session that took the place of a WebSocket.</summary>
    public void FellBack(FallbackCause cause)
        => instruments.Fallbacks.Add(1, new TagList(_tags) { { MetricTags.FallbackCause, cause == FallbackCause.UpgradeRefused ? "upgrade_refused" : "socket_lost" } });
}
