namespace SockJS.Testing.Links;

/// <summary>Holds up whoever comes while it is closed.</summary>
internal sealed class Gate
{
    private readonly object _lock = new();
    private TaskCompletionSource? _opened;

    public bool IsClosed
    {
        get
        {
            lock (_lock)
                return _opened is not null;
        }
    }

    public void Close()
    {
        lock (_lock)
            _opened ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open()
    {
        lock (_lock)
        {
            _opened?.SetResult();
            _opened = null;
        }
    }

    public Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _opened?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }
}
