using System.Diagnostics;

namespace SockJS.Conformance.Support;

/// <summary>Notes which span is current in its methods.</summary>
[SockJSEndpoint("/spans")]
public sealed partial class SpanReader(CurrentSpans spans)
{
    /// <summary>Notes that of the connection.</summary>
    [OnOpen]
    public void Open() => spans.Opening.TrySetResult(Activity.Current);

    /// <summary>Notes that of the message.</summary>
    [OnMessage]
    public void Handle(string message) => spans.Handling.TrySetResult(message.Length > 0 ? Activity.Current : null);
}

/// <summary>What a <see cref="SpanReader"/> has seen.</summary>
public sealed class CurrentSpans
{
    public TaskCompletionSource<Activity?> Opening { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<Activity?> Handling { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<(Activity? Opening, Activity? Handling)> ReadAsync()
        => (await Opening.Task.WaitAsync(Wire.Patience), await Handling.Task.WaitAsync(Wire.Patience));
}
