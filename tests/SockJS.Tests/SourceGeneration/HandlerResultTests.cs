using System.Runtime.CompilerServices;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.SourceGeneration;

public sealed class HandlerResultTests : IAsyncLifetime
{
    private readonly SessionWorld _world = new();
    private SockJSConnection _connection = null!;
    private RecordingSink _sink = null!;

    public async ValueTask InitializeAsync() => (_connection, _sink) = await _world.ConnectAsync();

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return default;
    }

    [Fact]
    public async Task What_a_handler_returns_is_sent()
    {
        await HandlerResult.SendAsync(_connection, "string");
        await HandlerResult.SendAsync(_connection, Task.FromResult("task"));
        await HandlerResult.SendAsync(_connection, ValueTask.FromResult("value task"));
        await HandlerResult.SendAsync(_connection, Sequence(["one", "two"]));

        Assert.Equal(["string", "task", "value task", "one", "two"], _sink.Messages);
    }

    [Fact]
    public async Task What_takes_its_time_is_sent_when_it_is_there()
    {
        var result = new TaskCompletionSource<string>();
        var sending = HandlerResult.SendAsync(_connection, result.Task).AsTask();
        var sendingToo = HandlerResult.SendAsync(_connection, new ValueTask<string>(result.Task)).AsTask();
        Assert.Empty(_sink.Messages);
        result.SetResult("late");
        await Task.WhenAll(sending, sendingToo).SoonAsync();

        Assert.Equal(["late", "late"], _sink.Messages);
    }

    [Fact]
    public async Task Null_is_not_sent()
    {
        await HandlerResult.SendAsync(_connection, (string?)null);
        await HandlerResult.SendAsync(_connection, Task.FromResult<string?>(null)!);
        await HandlerResult.SendAsync(_connection, ValueTask.FromResult<string?>(null)!);
        await HandlerResult.SendAsync(_connection, Sequence([null, "one", null]));

        Assert.Equal(["one"], _sink.Messages);
    }

    [Fact]
    public async Task Exceptions_reach_the_caller()
    {
        var exception = new InvalidOperationException("handler");

        Assert.Same(exception, await Record.ExceptionAsync(() => HandlerResult.SendAsync(_connection, Task.FromException<string>(exception)).AsTask()));
        Assert.Same(exception, await Record.ExceptionAsync(() => HandlerResult.SendAsync(_connection, ValueTask.FromException<string>(exception)).AsTask()));
    }

    [Fact]
    public async Task A_sequence_ends_with_the_connection()
    {
        var sending = HandlerResult.SendAsync(_connection, Sequence(["one"], endless: true)).AsTask();
        Assert.Equal(["one"], _sink.Messages);
        await _connection.CloseAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.SoonAsync());
    }

    private static async IAsyncEnumerable<string?> Sequence(
        string?[] items, bool endless = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in items)
            yield return item;
        if (endless)
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
