using System.Collections.Concurrent;
using SockJS.Dispatch;
using Xunit;

namespace SockJS.Tests.Support;

/// <summary>A handler that writes down what happens to its connection: <c>open</c>, the messages, <c>closed</c> with the reason.</summary>
internal sealed class Journal : IMessageDispatcher
{
    private readonly ConcurrentQueue<string> _entries = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Entries => [.. _entries];

    /// <summary>Gets the task that completes when the handler awaits something for the first time.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Gets or sets what happens when the connection opens.</summary>
    public Func<ValueTask>? Opening { get; set; }

    /// <summary>Gets or sets what the handling of a message does before it is written down.</summary>
    public Func<string, ValueTask>? Handling { get; set; }

    /// <summary>Gets or sets what happens when the connection has closed.</summary>
    public Func<ValueTask>? Closing { get; set; }

    public async ValueTask OnOpenAsync()
    {
        _entries.Enqueue("open");
        if (Opening is { } opening)
            await opening();
    }

    public async ValueTask OnMessageAsync(SockJSMessage message)
    {
        if (Handling is { } handling)
            await handling(message.ToString());
        _entries.Enqueue(message.ToString());
    }

    public async ValueTask OnCloseAsync(SockJSCloseReason reason)
    {
        _entries.Enqueue($"closed {reason.Kind} {reason.Code} {reason.Reason}");
        if (Closing is { } closing)
            await closing();
    }

    public void Settle() => _settled.TrySetResult();

    /// <summary>Waits until these are all the entries.</summary>
    public async Task IsAsync(params string[] entries)
    {
        await HasAsync(entries.Length);
        Assert.Equal(entries, Entries);
    }

    public Task HasAsync(int count) => Eventually.TrueAsync(() => _entries.Count >= count);

    public ValueTask DisposeAsync() => default;
}
