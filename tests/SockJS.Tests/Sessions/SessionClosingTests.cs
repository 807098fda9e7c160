using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Sessions;

public sealed class SessionClosingTests : IDisposable
{
    private const string GoAway = "c[3000,\"Go away!\"]";

    private readonly SessionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_close_frame_comes_after_the_messages()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.SendAsync("one");
        await session.SendAsync("two");
        await session.CloseAsync(3000, "Go away!");
        sink.Continue();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "a[\"one\"]", "a[\"two\"]", GoAway], sink.Frames);
    }

    [Fact]
    public async Task A_poll_has_room_for_the_messages_and_the_next_for_the_close_frame()
    {
        var session = await _world.ConnectPollAsync();
        await session.SendAsync("one");
        await session.CloseAsync(3000, "Go away!");

        Assert.Equal(["a[\"one\"]"], _world.Attach(session, _world.Poll()).Frames);
        Assert.Equal([GoAway], _world.Attach(session, _world.Poll()).Frames);
    }

    [Fact]
    public async Task Every_receiver_gets_the_close_frame_until_the_disconnect_delay_has_passed()
    {
        var (session, sink) = await _world.ConnectAsync();
        await session.CloseAsync(3000, "Go away!");
        await sink.Ended.SoonAsync();
        for (var i = 0; i < 3; i++)
        {
            _world.Pass(TimeSpan.FromSeconds(4));
            Assert.Equal([GoAway], _world.Attach(session).Frames);
        }

        _world.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(0, _world.SessionCount);
    }

    [Fact]
    public async Task Only_the_first_close_has_an_effect()
    {
        var (session, sink) = await _world.ConnectAsync();
        await session.CloseAsync(3000, "Go away!");
        await session.CloseAsync(4000, "Again");
        session.Close(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, SockJSCloseCodes.ShuttingDown, "Server is shutting down"));
        session.Lost(sink);

        Assert.Equal(["o", GoAway], sink.Frames);
        Assert.Equal(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 3000, "Go away!"), session.CloseReason);
        await _world.JournalOf(session).IsAsync("open", "closed ServerClosed 3000 Go away!");
    }

    [Fact]
    public async Task The_session_of_a_socket_is_over_when_its_close_frame_is_written()
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        sink.Stall();
        await session.CloseAsync(3000, "Go away!");
        Assert.Equal(1, _world.SessionCount);
        sink.Continue();

        await sink.Ended.SoonAsync();
        await Eventually.TrueAsync(() => _world.SessionCount == 0);
        Assert.Equal(["o", GoAway], sink.Frames);
    }

    [Fact]
    public async Task A_receiver_that_breaks_off_while_the_session_closes_ends_it_with_the_reason_it_was_closed_for()
    {
        var (session, sink) = await _world.ConnectAsync();
        sink.Stall();
        await session.CloseAsync(3000, "Go away!");
        session.Lost(sink);
        sink.Continue();

        await sink.Ended.SoonAsync();
        Assert.Equal(0, _world.SessionCount);
        Assert.Equal(SockJSCloseKind.ServerClosed, session.CloseReason.Kind);
        await _world.JournalOf(session).IsAsync("open", "closed ServerClosed 3000 Go away!");
    }

    [Fact]
    public async Task Messages_that_the_handler_has_not_seen_are_dropped_by_a_close()
    {
        using var world = new SessionWorld(prepare: static (connection, journal) => journal.Handling = async _ => await connection.CloseAsync(3000, "Enough"));
        var (session, _) = await world.ConnectAsync();
        session.TryReceive("one");
        session.TryReceive("two");
        session.Handle();

        await world.JournalOf(session).IsAsync("open", "one", "closed ServerClosed 3000 Enough");
    }

    [Fact]
    public async Task Messages_that_the_handler_has_not_seen_are_handled_when_the_client_is_gone()
    {
        var gate = new TaskCompletionSource();
        using var world = new SessionWorld(prepare: (_, journal) => journal.Handling = async _ => await gate.Task);
        var (session, sink) = await world.ConnectAsync();
        session.TryReceive("one");
        session.TryReceive("two");
        session.Handle();
        session.Lost(sink);
        gate.SetResult();

        await world.JournalOf(session).IsAsync("open", "one", "two", "closed Lost 1006 Connection lost");
    }

    [Fact]
    public async Task Whatever_the_end_the_token_is_cancelled_and_the_handler_closed_once()
    {
        var (closed, _) = await _world.ConnectAsync();
        var (lost, sink) = await _world.ConnectAsync();
        var timedOut = await _world.ConnectPollAsync();
        CancellationToken[] tokens = [closed.Closed, lost.Closed, timedOut.Closed];
        Assert.DoesNotContain(tokens, static token => token.IsCancellationRequested);

        await closed.CloseAsync();
        lost.Lost(sink);
        _world.Pass(TimeSpan.FromSeconds(6));

        await Task.WhenAll(tokens.Select(WhenCancelledAsync)).SoonAsync();
        Assert.True(closed.Closed.IsCancellationRequested);
        await _world.JournalOf(closed).IsAsync("open", "closed ServerClosed 1000 Normal closure");
        await _world.JournalOf(lost).IsAsync("open", "closed Lost 1006 Connection lost");
        await _world.JournalOf(timedOut).IsAsync("open", "closed TimedOut 1006 No receiver came back");
    }

    [Theory]
    [InlineData(SockJSCloseKind.ClientClosed, 1000, "")]
    [InlineData(SockJSCloseKind.ProtocolError, 1002, "Protocol error")]
    public async Task The_end_that_a_socket_tells_of_is_the_reason_and_no_frame_answers_it(SockJSCloseKind kind, int code, string reason)
    {
        var (session, sink) = await _world.ConnectAsync(SockJSTransports.WebSocket);
        session.End(sink, new SockJSCloseReason(kind, code, reason));
        session.Lost(sink);

        await sink.Ended.SoonAsync();
        Assert.Equal(["o"], sink.Frames);
        await _world.JournalOf(session).IsAsync("open", $"closed {kind} {code} {reason}");
    }

    [Fact]
    public async Task Callbacks_of_the_token_do_not_run_inside_of_the_close()
    {
        var (session, _) = await _world.ConnectAsync();
        using var release = new ManualResetEventSlim();
        var ran = new TaskCompletionSource();
        session.Closed.Register(() =>
        {
            release.Wait(Eventually.Patience);
            ran.SetResult();
        });

        await session.CloseAsync();
        release.Set();
        await ran.Task.SoonAsync();
    }

    [Fact]
    public async Task A_callback_of_the_token_that_throws_is_logged()
    {
        var (session, _) = await _world.ConnectAsync();
        session.Closed.Register(static () => throw new InvalidOperationException("callback"));
        _world.Log.Expect("SessionClosedCallbackFailed");
        await session.CloseAsync();

        await Eventually.TrueAsync(() => _world.Log.Errors.Count == 1);
        Assert.Equal("callback", _world.Log.Errors[0].Exception?.GetBaseException().Message);
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1001)]
    [InlineData(2999)]
    [InlineData(5000)]
    public void Codes_that_clients_do_not_take_are_refused(int code)
        => Assert.Throws<ArgumentOutOfRangeException>(nameof(code), () => _world.Open().CloseAsync(code, "").AsTask().IsCompleted);

    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    [InlineData(4999)]
    public void Codes_of_applications_are_taken(int code)
        => Assert.True(_world.Open().CloseAsync(code, new string('\u00E9', 61) + "x").AsTask().IsCompletedSuccessfully);

    [Fact]
    public void Reasons_that_fit_no_frame_are_refused()
    {
        Assert.Throws<ArgumentException>("reason", () => _world.Open().CloseAsync(3000, new string('\u00E9', 62)).AsTask().IsCompleted);
        Assert.Throws<ArgumentNullException>("reason", () => _world.Open().CloseAsync(3000, null!).AsTask().IsCompleted);
    }

    private static Task WhenCancelledAsync(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource();
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
