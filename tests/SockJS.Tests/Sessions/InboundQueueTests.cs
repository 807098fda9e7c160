using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class InboundQueueTests
{
    private readonly InboundQueue _queue = new(maxBytes: 100, maxCount: 4);

    [Fact]
    public async Task What_is_added_is_read_in_order_however_often_the_queue_runs_around()
    {
        var next = 0;
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(_queue.TryAdd($"{i}"));
            if (i % 3 == 0)
                continue;
            while (_queue.TryRead(out var message))
                Assert.Equal($"{next++}", message.ToString());
        }

        _queue.Complete(drop: false);
        while (await _queue.WaitToReadAsync())
        {
            Assert.True(_queue.TryRead(out var message));
            Assert.Equal($"{next++}", message.ToString());
        }

        Assert.Equal(1000, next);
    }

    [Fact]
    public void The_count_bounds_it()
    {
        for (var i = 0; i < 4; i++)
            Assert.True(_queue.TryAdd(""));
        Assert.True(_queue.IsFull);
        Assert.False(_queue.TryAdd(""));

        Assert.True(_queue.TryRead(out _));
        Assert.True(_queue.TryAdd(""));
    }

    [Fact]
    public void The_bytes_bound_it_at_two_for_a_character()
    {
        Assert.True(_queue.TryAdd(new string('x', 49)));
        Assert.False(_queue.IsFull);
        Assert.True(_queue.TryAdd("x"));
        Assert.True(_queue.IsFull);

        Assert.True(_queue.TryRead(out _));
        Assert.False(_queue.IsFull);
    }

    [Fact]
    public void Messages_can_stay_UTF8_and_count_as_such()
    {
        var queue = new InboundQueue(maxBytes: 10, maxCount: 4, takesUtf8: true);
        var position = 0;
        Assert.True(queue.TryAddArray("""["a\"\u00e4\ud83d\ude00\ud800"]"""u8, ref position));
        Assert.True(queue.IsFull);
        Assert.True(queue.TryRead(out var quoted));
        Assert.True(queue.TryAdd("ä"u8));
        Assert.False(queue.IsFull);
        Assert.True(queue.TryRead(out var plain));

        Assert.Null(quoted.Text);
        Assert.Equal("a\"ä😀\ufffd"u8, quoted.Utf8);
        Assert.Equal("ä"u8, plain.Utf8);
        quoted.Release();
        plain.Release();
    }

    [Fact]
    public void Memory_of_messages_that_nobody_will_read_is_given_back()
    {
        var queue = new InboundQueue(maxBytes: 1000, maxCount: 4, takesUtf8: true);
        queue.TryAdd(new byte[500]);
        queue.TryRead(out var message);
        message.Release();
        queue.TryAdd(new byte[500]);
        queue.Complete(drop: true);

        // The pool hands a thread what it gave back last.
        Assert.True(Unsafe.AreSame(ref MemoryMarshal.GetReference(message.Utf8), ref ArrayPool<byte>.Shared.Rent(500)[0]));
    }

    [Fact]
    public void An_array_is_added_as_far_as_there_is_room()
    {
        var payload = "[\"1\",\"2\",\"3\",\"4\",\"5\"]"u8;
        var position = 0;
        Assert.False(_queue.TryAddArray(payload, ref position));
        Assert.False(_queue.TryAddArray(payload, ref position));
        Assert.True(_queue.TryRead(out _));

        Assert.True(_queue.TryAddArray(payload, ref position));
        Assert.Equal(["2", "3", "4", "5"], ReadAll());
    }

    [Fact]
    public void An_array_that_just_fits_is_added_whole()
    {
        var position = 0;

        Assert.True(_queue.TryAddArray("[\"1\",\"2\",\"3\",\"4\"]"u8, ref position));
        Assert.True(_queue.IsFull);
    }

    [Fact]
    public async Task A_reader_that_waits_runs_inside_of_the_wake()
    {
        var thread = 0;
        var reading = ReadOnceAsync();
        _queue.TryAdd("one");
        Assert.Equal(0, thread);
        _queue.Wake();

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.True(await reading);

        async Task<bool> ReadOnceAsync()
        {
            var more = await _queue.WaitToReadAsync().ConfigureAwait(false);
            thread = Environment.CurrentManagedThreadId;
            return more;
        }
    }

    [Fact]
    public async Task A_wake_without_a_message_wakes_nobody()
    {
        var reading = _queue.WaitToReadAsync().AsTask();
        _queue.Wake();
        Assert.False(reading.IsCompleted);

        _queue.Complete(drop: false);
        Assert.False(reading.IsCompleted);
        _queue.Wake();
        Assert.False(await reading.SoonAsync());
    }

    [Fact]
    public async Task There_is_one_reader()
    {
        var reading = _queue.WaitToReadAsync().AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _queue.WaitToReadAsync());

        _queue.TryAdd("one");
        _queue.Wake();
        Assert.True(await reading);
    }

    [Fact]
    public async Task What_was_accepted_is_read_after_the_end_unless_it_is_to_be_dropped()
    {
        _queue.TryAdd("one");
        _queue.Complete(drop: false);
        Assert.True(_queue.TryAdd("ignored"));
        Assert.Equal(["one"], ReadAll());
        Assert.False(await _queue.WaitToReadAsync());

        var dropping = new InboundQueue(100, 4);
        dropping.TryAdd("one");
        dropping.Complete(drop: true);
        Assert.False(dropping.TryRead(out _));
        Assert.False(await dropping.WaitToReadAsync());
    }

    [Fact]
    public async Task Writers_that_wait_for_room_go_on_when_there_is_some_or_the_queue_has_ended()
    {
        Assert.True(_queue.WaitForRoomAsync().IsCompletedSuccessfully);
        for (var i = 0; i < 4; i++)
            _queue.TryAdd("");
        var first = _queue.WaitForRoomAsync();
        Assert.False(first.IsCompleted);
        _queue.TryRead(out _);
        await first.SoonAsync();

        _queue.TryAdd("");
        var second = _queue.WaitForRoomAsync();
        Assert.False(second.IsCompleted);
        _queue.Complete(drop: false);
        await second.SoonAsync();
        Assert.False(_queue.IsFull);
    }

    [Fact]
    public async Task A_read_can_be_cancelled_and_the_next_goes_on()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = _queue.WaitToReadAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.SoonAsync());
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _queue.WaitToReadAsync(cancellation.Token));

        var next = _queue.WaitToReadAsync().AsTask();
        _queue.TryAdd("one");
        _queue.Wake();
        Assert.True(await next.SoonAsync());
        Assert.Equal(["one"], ReadAll());
    }

    [Fact]
    public async Task A_token_that_is_cancelled_after_the_read_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = _queue.WaitToReadAsync(cancellation.Token).AsTask();
        _queue.TryAdd("one");
        _queue.Wake();
        Assert.True(await reading.SoonAsync());
        Assert.Equal(["one"], ReadAll());
        var next = _queue.WaitToReadAsync().AsTask();
        await cancellation.CancelAsync();

        Assert.False(next.IsCompleted);
        _queue.TryAdd("two");
        _queue.Wake();
        Assert.True(await next.SoonAsync());
    }

    [Fact]
    public async Task A_cancellation_that_comes_with_a_message_ends_no_later_read()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        while (!deadline.IsCancellationRequested)
        {
            using var cancellation = new CancellationTokenSource();
            var reading = _queue.WaitToReadAsync(cancellation.Token).AsTask();
            var cancelling = Task.Run(cancellation.Cancel);
            _queue.TryAdd("one");
            _queue.Wake();
            await Task.WhenAny(reading).SoonAsync();
            ReadAll();
            var next = _queue.WaitToReadAsync().AsTask();
            await cancelling.SoonAsync();
            _queue.TryAdd("two");
            _queue.Wake();
            Assert.True(await next.SoonAsync());
            Assert.True(_queue.TryRead(out _));
        }
    }

    private List<string> ReadAll()
    {
        var messages = new List<string>();
        while (_queue.TryRead(out var message))
            messages.Add(message.ToString());
        return messages;
    }
}
