namespace SockJS.SoakTests.Server;

/// <summary>What the server had from one client, and whether it came in order.</summary>
internal sealed class Account
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _received;
    private int _closes;
    private volatile string? _problem;

    /// <summary>Gets the number of messages that the handler was given.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>Gets the first thing that went wrong.</summary>
    public string? Problem => _problem;

    /// <summary>Gets the task that completes when the handler was told of the end.</summary>
    public Task Closed => _closed.Task;

    public void Take(int number)
    {
        if (_closes > 0)
            _problem ??= $"message {number} came after the close";
        if (number != _received + 1)
            _problem ??= $"message {number} came after message {_received}";
        _received = number;
    }

    public void Close()
    {
        if (++_closes > 1)
            _problem ??= "closed more than once";
        _closed.TrySetResult();
    }
}
