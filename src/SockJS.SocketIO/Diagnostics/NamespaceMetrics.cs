using SockJS.Diagnostics;

namespace SockJS.SocketIO.Diagnostics;

/// <summary>Measures one namespace, or all children of one pattern. What is called for each event costs a look where nobody listens, and never allocates.</summary>
internal sealed class NamespaceMetrics(SocketInstruments instruments, string endpoint, string name, Func<long> sockets)
{
    private readonly KeyValuePair<string, object?>[] _tags = [MetricTags.Of(MetricTags.Endpoint, endpoint), MetricTags.Of(MetricTags.Namespace, name)];

    public string Endpoint => endpoint;

    public string Name => name;

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => _tags;

    public long Sockets => sockets();

    public void EventReceived()
    {
        if (instruments.ReceivedEvents.Enabled)
            instruments.ReceivedEvents.Add(1, _tags);
    }

    public void EventSent()
    {
        if (instruments.SentEvents.Enabled)
            instruments.SentEvents.Add(1, _tags);
    }

    public void AcksTimedOut(int count) => instruments.TimedOutAcks.Add(count, _tags);

    public void Recovered() => instruments.RecoveredSockets.Add(1, _tags);
}
