using System.Collections.Concurrent;
using System.Diagnostics;

namespace SockJS.Tests.Support;

/// <summary>Listens to the spans of the library, and to those of the tests.</summary>
internal sealed class SpanRecorder : IDisposable
{
    /// <summary>What tests make spans with.</summary>
    public static readonly ActivitySource Source = new("SockJS.Tests");

    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "SockJS" or "SockJS.Tests",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Connections => Of("SockJS.Connection");

    public IReadOnlyList<Activity> Messages => Of("SockJS.Message");

    public IReadOnlyList<Activity> Of(string name) => [.. _stopped.Where(span => span.OperationName == name)];

    public static string TagsOf(Activity span)
        => string.Join(", ", span.TagObjects.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"));

    public void Dispose() => _listener.Dispose();
}
