using System.Runtime.CompilerServices;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionSendingTests : IDisposable
{
    private readonly SessionWorld _world = new(static options => options.SendBufferMessages = 3);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_message_leaves_at_once_where_nothing_is_written()
    {
        var (session, sink) = await _world.ConnectAsync();
        await session.SendAsync("one");
        await session.SendAsync("two");

        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]"], sink.Frames);
    }

    [Fact]
    public async Task Messages_gather_in_one_frame_while_a_write_is_under_way()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.SendAsync("one");
        await session.SendAsync("two");
        await session.SendAsync("three");
        sink.Continue();

        await Eventually.TrueAsync(() => sink.Frames.Count == 3);
        Assert.Equal(["o", "a[\"one\"]", "a[\"two\",\"three\"]"], sink.Frames);
    }

    [Fact]
    public async Task What_waits_for_a_receiver_leaves_in_one_frame()
    {
        var session = await _world.ConnectPollAsync();
        await session.SendAsync("one");
        await session.SendAsync(SockJSMessage.FromUtf8("zw\u00F6lf"u8.ToArray()));
        await session.SendAsync(new PreparedMessage("th\"ree"));
        var poll = _world.Attach(session, _world.Poll());

        Assert.Equal(["a[\"one\",\"zw\u00F6lf\",\"th\\\"ree\"]"], poll.Frames);
    }

    [Fact]
    public async Task Raw_messages_are_one_frame_each_in_one_write()
    {
        var session = _world.OpenSocket(SockJSTransports.RawWebSocket);
        await session.SendAsync("one");
        await session.SendAsync(SockJSMessage.FromUtf8("two"u8.ToArray()));
        await session.SendAsync(new PreparedMessage("three"));
        var sink = _world.Attach(session, _world.Sink(SockJSTransports.RawWebSocket));

        Assert.Equal(2, sink.Bytes.Count);
        Assert.Equal(["one", "two", "three"], RawFrames.Read(sink.Bytes[1]));
    }

    [Fact]
    public async Task A_send_waits_while_as_many_messages_wait_as_may()
    {
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            Assert.True(session.SendAsync($"{i}").AsTask().IsCompletedSuccessfully);
        var fourth = session.SendAsync("3").AsTask();
        Assert.False(fourth.IsCompleted);

        var poll = _world.Attach(session, _world.Poll());
        await fourth.SoonAsync();
        Assert.Equal(["a[\"0\",\"1\",\"2\"]"], poll.Frames);
        Assert.Equal(["a[\"3\"]"], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task A_send_waits_while_as_many_bytes_wait_as_may()
    {
        using var world = new SessionWorld(static options => options.SendBufferBytes = 100);
        var session = await world.ConnectPollAsync();
        Assert.True(session.SendAsync(new string('x', 500)).AsTask().IsCompletedSuccessfully);
        var second = session.SendAsync("second").AsTask();
        Assert.False(second.IsCompleted);

        world.Attach(session, world.Poll());
        await second.SoonAsync();
    }

    [Fact]
    public async Task Messages_under_way_count_until_they_are_written()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        for (var i = 0; i < 3; i++)
            Assert.True(session.TrySend($"{i}"));
        Assert.False(session.TrySend("3"));
        sink.Continue();

        await Eventually.TrueAsync(() => sink.Frames.Count == 3);
        await Eventually.TrueAsync(() => session.TrySend("4"));
    }

    [Fact]
    public async Task Senders_that_wait_are_served_in_the_order_of_their_calls()
    {
        var session = await _world.ConnectPollAsync();
        var sends = Enumerable.Range(0, 8).Select(i => session.SendAsync($"{i}").AsTask()).ToArray();

        var frames = new List<string>();
        for (var i = 0; i < 3; i++)
            frames.AddRange(_world.Attach(session, _world.Poll()).Frames);
        await Task.WhenAll(sends).SoonAsync();
        Assert.Equal(["a[\"0\",\"1\",\"2\"]", "a[\"3\",\"4\",\"5\"]", "a[\"6\",\"7\"]"], frames);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_its_message_back_and_the_next_sender_moves_up()
    {
        using var cancellation = new CancellationTokenSource();
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}");
        var cancelled = session.SendAsync("cancelled", cancellation.Token).AsTask();
        var next = session.SendAsync("next").AsTask();
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled)).CancellationToken);
        _world.Attach(session, _world.Poll());
        await next.SoonAsync();
        Assert.Equal(["a[\"next\"]"], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task A_cancelled_wait_is_in_nobodys_way()
    {
        using var cancellation = new CancellationTokenSource();
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}");
        var cancelled = session.SendAsync("cancelled", cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _world.Attach(session, _world.Poll());

        Assert.True(session.TrySend("3"));
        var sends = Enumerable.Range(4, 4).Select(i => session.SendAsync($"{i}").AsTask()).ToArray();
        Assert.Equal(["a[\"3\",\"4\",\"5\"]"], _world.Attach(session, _world.Poll()).Frames);
        Assert.Equal(["a[\"6\",\"7\"]"], _world.Attach(session, _world.Poll()).Frames);
        await Task.WhenAll(sends).SoonAsync();
    }

    [Fact]
    public async Task A_cancelled_wait_keeps_nothing_of_its_message()
    {
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}");

        var message = SendAndCancel(session);
        GC.Collect();

        Assert.False(message.IsAlive);
        GC.KeepAlive(session);
    }

    [Fact]
    public async Task A_cancelled_token_matters_only_where_a_send_would_wait()
    {
        var cancelled = new CancellationToken(canceled: true);
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}", cancelled);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SendAsync("3", cancelled).AsTask());
        Assert.Equal(["a[\"0\",\"1\",\"2\"]"], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task A_cancellation_after_the_acceptance_changes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}");
        var fourth = session.SendAsync("3", cancellation.Token).AsTask();
        _world.Attach(session, _world.Poll());
        await cancellation.CancelAsync();

        await fourth.SoonAsync();
        Assert.Equal(["a[\"3\"]"], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task The_end_of_the_connection_fails_those_that_wait()
    {
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            await session.SendAsync($"{i}");
        var fourth = session.SendAsync("3").AsTask();
        await session.CloseAsync(3000, "Go away!");

        await Assert.ThrowsAsync<SockJSConnectionClosedException>(() => fourth.SoonAsync());
    }

    [Fact]
    public async Task Nothing_can_be_sent_after_the_end()
    {
        var (session, sink) = await _world.ConnectAsync();
        await session.CloseAsync(3000, "Go away!");

        await Assert.ThrowsAsync<SockJSConnectionClosedException>(() => session.SendAsync("late").AsTask());
        Assert.False(session.TrySend("late"));
        session.Deliver(new PreparedMessage("late"));
        Assert.Equal(["o", "c[3000,\"Go away!\"]"], sink.Frames);
    }

    [Fact]
    public async Task TrySend_does_not_overtake_those_that_wait()
    {
        var session = await _world.ConnectPollAsync();
        for (var i = 0; i < 3; i++)
            Assert.True(session.TrySend($"{i}"));
        Assert.False(session.TrySend("refused"));
        var waiting = session.SendAsync("3").AsTask();
        _world.Attach(session, _world.Poll());
        await waiting.SoonAsync();
        Assert.True(session.TrySend("4"));

        Assert.Equal(["a[\"3\",\"4\"]"], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task The_bytes_of_a_message_may_change_once_its_send_has_completed()
    {
        using var world = new SessionWorld(static options => options.SendBufferMessages = 1);
        var session = await world.ConnectPollAsync();
        var text = new byte[500_000];
        for (var i = 0; i < 50; i++)
        {
            Array.Fill(text, (byte)'a');
            await session.SendAsync("fills the buffer");
            var overwritten = OverwriteAsync(session.SendAsync(SockJSMessage.FromUtf8(text)));
            world.Attach(session, world.Poll());
            await overwritten.SoonAsync();
            var poll = world.Attach(session, world.Poll());
            Assert.DoesNotContain('b', poll.Frames.Single());
        }

        async Task OverwriteAsync(ValueTask send)
        {
            await send;
            Array.Fill(text, (byte)'b');
        }
    }

    // Not inlined, so that no local of the caller keeps what it refers to.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SendAndCancel(SockJSConnection connection)
    {
        using var cancellation = new CancellationTokenSource();
        var text = new string('x', 100);
        var send = connection.SendAsync(text, cancellation.Token);
        cancellation.Cancel();
        Assert.True(send.IsCanceled);
        return new WeakReference(text);
    }
}
