using System.Collections.Concurrent;
using SockJS.Members;

namespace SockJS.Tests.Support;

/// <summary>A member of tables and groups that is no connection. It remembers what it was handed.</summary>
internal sealed class Member(string? id = null, string? userId = null) : IMember
{
    private readonly object _lock = new();
    private CancellationTokenSource? _closed;
    private volatile bool _isOver;

    /// <summary>Gets what each delivery waits for.</summary>
    public Task Delivering { get; init; } = Task.CompletedTask;

    public string? KnownId { get; } = id;

    public string? UserId { get; } = userId;

    public bool IsOver => _isOver;

    public bool IsOpen => !_isOver;

    public CancellationToken Closed
    {
        get
        {
            lock (_lock)
                return _isOver ? new CancellationToken(canceled: true) : (_closed ??= new CancellationTokenSource()).Token;
        }
    }

    public ConcurrentQueue<BackplaneMessage> Received { get; } = new();

    public ValueTask DeliverAsync(BackplaneMessage message, CancellationToken cancellationToken)
    {
        Received.Enqueue(message);
        return new ValueTask(Delivering);
    }

    public void End()
    {
        lock (_lock)
            _isOver = true;
        _closed?.Cancel();
    }

    public override string ToString() => KnownId ?? "";
}
