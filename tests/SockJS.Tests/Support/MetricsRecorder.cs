using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SockJS.Tests.Support;

/// <summary>Makes meters, and keeps what their instruments measure; those of other tests are none of its business.</summary>
internal sealed class MetricsRecorder : IMeterFactory
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ConcurrentQueue<Measurement> _observed = new();
    private readonly ConcurrentQueue<Meter> _meters = new();
    private readonly object _lock = new();

    public MetricsRecorder()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, this))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Gets or sets what happens with each measurement.</summary>
    public Action<Measurement>? Recorded { get; set; }

    /// <summary>Gets or sets a value indicating whether it listens but keeps nothing, so that it allocates nothing.</summary>
    public bool KeepsNothing { get; set; }

    /// <summary>Returns what was recorded.</summary>
    public IReadOnlyList<Measurement> Of(string instrument) => [.. _measurements.Where(measurement => measurement.Instrument == instrument)];

    public double Sum(string instrument) => Of(instrument).Sum(static measurement => measurement.Value);

    /// <summary>Asks an instrument that tells what there is now.</summary>
    public IReadOnlyList<Measurement> Observe(string instrument)
    {
        lock (_lock)
        {
            _observed.Clear();
            _listener.RecordObservableInstruments();
            return [.. _observed.Where(measurement => measurement.Instrument == instrument)];
        }
    }

    public double Now(string instrument) => Observe(instrument).Sum(static measurement => measurement.Value);

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Enqueue(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var meter in _meters)
            meter.Dispose();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (KeepsNothing)
            return;
        var measurement = new Measurement(instrument.Name, value, new Dictionary<string, object?>(tags.ToArray()));
        if (instrument.IsObservable)
        {
            _observed.Enqueue(measurement);
            return;
        }

        _measurements.Enqueue(measurement);
        Recorded?.Invoke(measurement);
    }
}
