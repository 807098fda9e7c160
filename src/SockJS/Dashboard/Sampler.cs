using System.Text.Json;
using Microsoft.Extensions.Logging;
using SockJS.Diagnostics;

namespace SockJS.Dashboard;

/// <summary>
/// Looks at the endpoints once a second, for all pages that are open together: what all of them show is written and encoded once. While
/// none is open it has no timer, and listens to nothing.
/// </summary>
internal sealed partial class Sampler(EndpointDirectory directory, Instruments instruments, TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly SessionReader _sessions = new(directory);
    private volatile Watcher[] _watchers = [];
    private Watch? _watch;

    public int Watchers => _watchers.Length;

    public void Add(Watcher watcher)
    {
        Watch? watch;
        lock (_lock)
        {
            watch = _watch;
            _watchers = [.. _watchers, watcher];
            _watch ??= Begin();
        }

        if (watch?.Latest is { } latest)
            watcher.Show("overview", latest);
    }

    public void Remove(Watcher watcher)
    {
        Watch? ended = null;
        lock (_lock)
        {
            _watchers = [.. _watchers.Where(other => other != watcher)];
            if (_watchers.Length == 0)
                (ended, _watch) = (_watch, null);
        }

        ended?.Dispose();
    }

    /// <summary>Shows a page what it has selected, without waiting for the next second.</summary>
    public void ShowSelection(Watcher watcher)
    {
        if (watcher.Selection is { } selection && PageOf(selection) is { } page)
            watcher.Show("sessions", page);
    }

    private Watch Begin()
    {
        var traffic = new TrafficListener(instruments);
        var watch = new Watch(new EndpointReader(directory, traffic, time), traffic);
        watch.Start(time, Sample);
        return watch;
    }

    private void Sample(Watch watch)
    {
        try
        {
            var watchers = _watchers;
            var overview = new PreparedMessage(JsonSerializer.Serialize(watch.Reader.Read(), DashboardJson.Default.Overview));
            watch.Latest = overview;
            foreach (var watcher in watchers)
                watcher.Show("overview", overview);
            foreach (var alike in watchers.GroupBy(static watcher => watcher.Selection))
            {
                if (alike.Key is not { } selection || PageOf(selection) is not { } page)
                    continue;
                foreach (var watcher in alike)
                    watcher.Show("sessions", page);
            }
        }
        catch (Exception exception)
        {
            // On the thread of a timer it would end the process.
            SampleFailed(logger, exception);
        }
    }

    private PreparedMessage? PageOf(Selection selection)
        => _sessions.Read(selection) is { } page ? new PreparedMessage(JsonSerializer.Serialize(page, DashboardJson.Default.SessionPage)) : null;

    [LoggerMessage(3, LogLevel.Error, "The dashboard could not look at the endpoints.", EventName = "DashboardSampleFailed")]
    private static partial void SampleFailed(ILogger logger, Exception exception);

    /// <summary>The time from the first page to the last.</summary>
    private sealed class Watch(EndpointReader reader, TrafficListener traffic) : IDisposable
    {
        private ITimer? _timer;
        private int _busy;

        public EndpointReader Reader => reader;

        public PreparedMessage? Latest { get; set; }

        public void Start(TimeProvider time, Action<Watch> sample) => _timer = time.CreateTimer(_ => Run(sample), state: null, TimeSpan.Zero, Period);

        public void Dispose()
        {
            _timer?.Dispose();
            traffic.Dispose();
        }

        // A sample that takes longer than a second is not to be overtaken by the next.
        private void Run(Action<Watch> sample)
        {
            if (Interlocked.Exchange(ref _busy, 1) == 1)
                return;
            sample(this);
            Volatile.Write(ref _busy, 0);
        }
    }
}
