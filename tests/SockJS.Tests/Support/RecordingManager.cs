using System.Collections.Concurrent;

namespace SockJS.Tests.Support;

/// <summary>A session manager that writes down what it is told of each session, and decides as the test says.</summary>
internal sealed class RecordingManager : SockJSSessionManager
{
    private readonly ConcurrentDictionary<SockJSConnection, ConcurrentQueue<string>> _entries = new();
    private int _asked;

    /// <summary>Gets or sets who is admitted.</summary>
    public Func<SockJSAdmissionContext, ValueTask<SockJSAdmission>>? Admitting { get; set; }

    /// <summary>Gets or sets what happens when something was written down.</summary>
    public Action<SockJSConnection, string>? Told { get; set; }

    /// <summary>Gets the number of times that it was asked whom to admit.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Gets the connections that it was told of.</summary>
    public IReadOnlyList<SockJSConnection> Known => [.. _entries.Keys];

    public IReadOnlyList<string> Of(SockJSConnection connection) => _entries.TryGetValue(connection, out var entries) ? [.. entries] : [];

    /// <summary>Waits until it was told of the end of everything.</summary>
    public Task AllRemovedAsync() => Eventually.TrueAsync(() => Known.All(connection => Of(connection).Any(static entry => entry.StartsWith("removed", StringComparison.Ordinal))));

    protected internal override ValueTask<SockJSAdmission> AdmitAsync(SockJSAdmissionContext context)
    {
        Interlocked.Increment(ref _asked);
        return Admitting?.Invoke(context) ?? base.AdmitAsync(context);
    }

    protected override void OnCreated(SockJSConnection connection) => Note(connection, "created");

    protected override void OnOpened(SockJSConnection connection) => Note(connection, "opened");

    protected override void OnExpired(SockJSConnection connection) => Note(connection, "expired");

    protected override void OnRemoved(SockJSConnection connection, SockJSCloseReason reason) => Note(connection, $"removed {reason.Kind} {reason.Code}");

    private void Note(SockJSConnection connection, string entry)
    {
        _entries.GetOrAdd(connection, static _ => new ConcurrentQueue<string>()).Enqueue(entry);
        Told?.Invoke(connection, entry);
    }
}
