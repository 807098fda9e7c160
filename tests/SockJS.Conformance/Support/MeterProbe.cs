using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SockJS.Conformance.Support;

/// <summary>Adds up what the instruments of one server measure.</summary>
internal sealed class MeterProbe : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Instrument, string Tags), double> _sums = new();
    private readonly ConcurrentDictionary<(string Instrument, string Tags), double> _states = new();

    public MeterProbe(LiveServer server, params string[] meters)
    {
        var scope = server.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, scope) && meters.Contains(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Returns what was added up, each row as <c>tag=value, tag=value: sum</c>.</summary>
    public IReadOnlyList<string> Sums(string instrument)
        => [.. _sums.Where(one => one.Key.Instrument == instrument).Select(one => $"{one.Key.Tags}: {one.Value}").Order(StringComparer.Ordinal)];

    public double Sum(string instrument, string tags = "")
        => _sums.Where(one => one.Key.Instrument == instrument && one.Key.Tags.Contains(tags, StringComparison.Ordinal)).Sum(one => one.Value);

    /// <summary>Asks for what there is now.</summary>
    public double Now(string instrument, string tags = "")
    {
        lock (_states)
        {
            _states.Clear();
            _listener.RecordObservableInstruments();
            return _states.Where(one => one.Key.Instrument == instrument && one.Key.Tags.Contains(tags, StringComparison.Ordinal)).Sum(one => one.Value);
        }
    }

    public void Dispose() => _listener.Dispose();

    // Durations differ each time, so that it is their number that counts.
    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(", ", tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
        if (instrument.IsObservable)
            _states[(instrument.Name, text)] = value;
        else
            _sums.AddOrUpdate((instrument.Name, text), One(), (_, sum) => sum + One());

        double One() => instrument is Histogram<double> ? 1 : value;
    }
}
