using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dispatch;

public sealed class StreamTests
{
    private readonly Channel<int> _items = Channel.CreateUnbounded<int>();
    private int _running;
    private volatile bool _isStopped;
    private volatile bool _keepsThread;

    [Fact]
    public async Task Messages_that_follow_do_not_wait_for_the_end_of_a_stream()
    {
        using var world = await ConnectAsync();
        world.Receive("""{"type":"tail"}""", """{"type":"note","data":1}""");
        Assert.Equal(["note 1"], world.Handler.Calls);
        await _items.Writer.WriteAsync(7);
        _items.Writer.Complete();

        await Eventually.TrueAsync(() => world.Sink.Messages.Count == 1);
        Assert.Equal(["""{"type":"item","data":7}"""], world.Sink.Messages);
    }

    [Fact]
    public async Task So_many_streams_at_once_let_the_next_message_wait()
    {
        using var world = await ConnectAsync(static options => options.MaxStreams = 2);
        world.Receive("""{"type":"tail"}""", """{"type":"tail"}""", """{"type":"note","data":1}""");
        Assert.Empty(world.Handler.Calls);
        _items.Writer.Complete();

        await Eventually.TrueAsync(() => world.Handler.Calls.Count == 1);
    }

    [Fact]
    public async Task The_end_of_the_connection_ends_its_streams_and_waits_for_none()
    {
        using var world = await ConnectAsync(static options => options.MaxStreams = 2);
        world.Receive("""{"type":"tail"}""", """{"type":"deaf"}""");
        await world.Session.CloseAsync();

        await Eventually.TrueAsync(() => world.Handler.Calls.Count == 1);
        await Eventually.TrueAsync(() => Volatile.Read(ref _running) == 1);
        Assert.Equal(["closed ServerClosed 1000"], world.Handler.Calls);
        _items.Writer.Complete();
    }

    [Fact]
    public async Task An_exception_in_a_stream_is_one_of_its_handler()
    {
        using var world = await ConnectAsync();
        world.Log.Expect("HandlerFailed");
        world.Receive("""{"type":"tail"}""");
        _items.Writer.Complete(new InvalidOperationException("stream"));
        await world.Sink.Ended.SoonAsync();

        Assert.Equal(["o", "c[4500,\"Internal error\"]"], world.Sink.Frames);
        Assert.Equal("stream", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task A_stream_that_fails_at_once_is_no_other()
    {
        using var world = await ConnectAsync();
        world.Log.Expect("HandlerFailed");
        world.Receive("""{"type":"broken"}""");
        await world.Sink.Ended.SoonAsync();

        Assert.Equal("at once", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task A_stream_that_never_waits_lets_messages_through()
    {
        using var world = await ConnectAsync();
        world.Receive("""{"type":"busy"}""", """{"type":"busyText"}""", """{"type":"stop"}""");
        Assert.Equal(["stop"], world.Handler.Calls);

        await world.Session.CloseAsync();
        await Eventually.TrueAsync(() => world.Handler.Calls.Count == 2);
        Assert.False(_keepsThread);
    }

    private Task<TypedWorld> ConnectAsync(Action<SockJSOptions>? configure = null)
        => TypedWorld.ConnectAsync(
            routes =>
            {
                var item = routes.Reply<int>("item");
                routes.On("tail", (_, connection, _) => item.SendAsync(connection, TailAsync(connection.Closed)), isStream: true);
                routes.On("deaf", (_, connection, _) => item.SendAsync(connection, DeafAsync()), isStream: true);
                routes.On("broken", (_, _, _) => throw new InvalidOperationException("at once"), isStream: true);
                routes.On("busy", (_, connection, _) => item.SendAsync(connection, BusyAsync(static i => i)), isStream: true);
                routes.On("busyText", (_, connection, _) => HandlerResult.SendAsync(connection, BusyAsync(static i => $"{i}")), isStream: true);
                routes.On("stop", (self, _, _) =>
                {
                    _isStopped = true;
                    return self.Note("stop");
                });
                routes.On<int>("note", static (self, _, _, payload) => self.Note($"note {payload}"));
            },
            configure);

    // Without the attribute on a parameter of its own the token of the enumeration ends nothing here.
    private async IAsyncEnumerable<int> DeafAsync()
    {
        await foreach (var item in TailAsync(CancellationToken.None))
            yield return item;
    }

    // The thread that brings the message that stops it must be let go. A test that fails should end all the same.
    private async IAsyncEnumerable<T> BusyAsync<T>(Func<int, T> make)
    {
        await Task.CompletedTask;
        var caller = Environment.CurrentManagedThreadId;
        for (var i = 0; !_isStopped; i++)
        {
            if (i == 1000 && Environment.CurrentManagedThreadId == caller)
            {
                _keepsThread = true;
                break;
            }

            yield return make(i);
        }
    }

    private async IAsyncEnumerable<int> TailAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        try
        {
            while (await _items.Reader.WaitToReadAsync(cancellationToken))
            {
                while (_items.Reader.TryRead(out var item))
                    yield return item;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
