using System.Diagnostics.Metrics;

namespace ChatSample.Prices;

/// <summary>Listens to the metric of the library that counts messages which slow readers of prices did not get.</summary>
internal sealed class ReplacedMessages : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public ReplacedMessages(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // There may be other servers in this process, with meters of their own.
            if (instrument.Name == "sockjs.server.dropped_messages" && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "sockjs.endpoint" && value is "/ticker")
                    Interlocked.Add(ref _count, count);
            }
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
