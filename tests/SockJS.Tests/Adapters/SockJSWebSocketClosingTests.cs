using System.Net.WebSockets;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

/// <summary>How connections end whose handlers were written for WebSockets.</summary>
public sealed class SockJSWebSocketClosingTests
{
    private static readonly byte[] s_buffer = new byte[100];

    [Theory]
    [InlineData(SockJSCloseKind.ClientClosed, 1000, "bye", 1000)]
    [InlineData(SockJSCloseKind.ClientClosed, 1005, "", 1000)]
    [InlineData(SockJSCloseKind.ClientClosed, 4711, "custom", 4711)]
    [InlineData(SockJSCloseKind.Lost, 1006, "Connection lost", 1001)]
    [InlineData(SockJSCloseKind.TimedOut, 1006, "", 1001)]
    public async Task The_end_of_the_client_is_a_message_that_comes_after_all_others(SockJSCloseKind kind, int code, string reason, int status)
    {
        var received = new List<string>();
        using var world = AdapterWorld.Of(async (socket, _) =>
        {
            WebSocketReceiveResult result;
            do
            {
                Assert.Null(socket.CloseStatus);
                result = await socket.ReceiveAsync(new ArraySegment<byte>(s_buffer), default);
                received.Add($"{result.MessageType} {socket.State}");
            }
            while (!result.CloseStatus.HasValue);
            received.Add($"{(int)result.CloseStatus} {result.CloseStatusDescription}");
            Assert.Equal(socket.CloseStatus, result.CloseStatus);
            await socket.CloseAsync(result.CloseStatus.Value, result.CloseStatusDescription, default);
            received.Add(socket.State.ToString());
        });
        var (session, sink) = await world.ConnectAsync();
        session.TryReceive("accepted");
        session.End(sink, new SockJSCloseReason(kind, code, reason));

        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["Text Open", "Close CloseReceived", $"{status} {reason}", "Closed"], received);
    }

    [Fact]
    public async Task So_is_a_close_by_the_server()
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        using var world = AdapterWorld.Of(async (socket, _) =>
        {
            await socket.ReceiveAsync(s_buffer.AsMemory(), default);
            closed.SetResult(socket.CloseStatus);
        });
        var (session, _) = await world.ConnectAsync();
        session.Close(new SockJSCloseReason(SockJSCloseKind.ShuttingDown, SockJSCloseCodes.ShuttingDown, "Server is shutting down"));

        Assert.Equal((WebSocketCloseStatus)3001, await closed.Task.SoonAsync());
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1001, 4001)]
    [InlineData(1002, 4002)]
    [InlineData(1005, 1000)]
    [InlineData(1008, 4008)]
    [InlineData(1011, 4011)]
    [InlineData(3000, 3000)]
    [InlineData(4999, 4999)]
    public async Task A_close_status_becomes_a_code_that_applications_may_send(int status, int code)
    {
        using var world = AdapterWorld.Of(async (socket, _) =>
        {
            await socket.CloseAsync((WebSocketCloseStatus)status, "done", default);
            Assert.Equal((WebSocketState.Closed, (WebSocketCloseStatus)status), (socket.State, socket.CloseStatus));
            await Assert.ThrowsAsync<WebSocketException>(() => SendAsync(socket));
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", $"c[{code},\"done\"]"], sink.Frames);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1006)]
    [InlineData(1015)]
    [InlineData(2999)]
    [InlineData(5000)]
    public async Task A_status_that_no_frame_may_have_is_refused(int status)
    {
        using var world = AdapterWorld.Of(async (socket, _) =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => socket.CloseAsync((WebSocketCloseStatus)status, "", default));
            Assert.Equal(WebSocketState.Open, socket.State);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task Closing_the_output_closes_the_connection_and_the_next_receive_says_so()
    {
        using var world = AdapterWorld.Of(static async (socket, _) =>
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, null, default);
            Assert.Equal(WebSocketState.CloseSent, socket.State);
            Assert.Null(socket.CloseStatus);
            var result = await socket.ReceiveAsync(s_buffer.AsMemory(), default);
            Assert.Equal((WebSocketMessageType.Close, WebSocketState.Closed), (result.MessageType, socket.State));
            Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(s_buffer.AsMemory(), default).AsTask());
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[4008,\"\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_returns_closes_its_connection()
    {
        using var world = AdapterWorld.Of(static (_, _) => Task.CompletedTask);
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[1000,\"Normal closure\"]"], sink.Frames);
    }

    [Fact]
    public async Task A_handler_that_throws_is_logged_and_its_connection_closed()
    {
        using var world = AdapterWorld.Of(static (_, _) => throw new InvalidOperationException("handler"));
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Equal("handler", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task Disposing_of_it_closes_it_in_order()
    {
        using var world = AdapterWorld.Of(static async (socket, http) =>
        {
            using (socket)
                await SendAsync(socket);
            Assert.Equal(WebSocketState.Closed, socket.State);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => SendAsync(socket));
            await Assert.ThrowsAsync<ObjectDisposedException>(() => socket.ReceiveAsync(s_buffer.AsMemory(), default).AsTask());
            await Assert.ThrowsAsync<ObjectDisposedException>(() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default));
            socket.Abort();
            Assert.True(http.RequestAborted.IsCancellationRequested);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "a[\"hello\"]", "c[1000,\"Normal closure\"]"], sink.Frames);
    }

    [Fact]
    public async Task An_abort_interrupts_the_connection()
    {
        using var world = AdapterWorld.Of(static async (socket, _) =>
        {
            socket.Abort();
            Assert.Equal(WebSocketState.Aborted, socket.State);
            await Assert.ThrowsAsync<WebSocketException>(() => SendAsync(socket));
            await Assert.ThrowsAsync<WebSocketException>(() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default));
            await socket.ReceiveAsync(s_buffer.AsMemory(), default);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(["o", "c[1002,\"Connection interrupted\"]"], sink.Frames);
        Assert.Empty(world.Log.Errors);
    }

    [Fact]
    public async Task Aborting_the_request_does_so_too()
    {
        using var world = AdapterWorld.Of(static (_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1002,\"Connection interrupted\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task A_receive_that_is_cancelled_aborts()
    {
        using var impatience = new CancellationTokenSource();
        using var world = AdapterWorld.Of(async (socket, _) =>
        {
            var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => socket.ReceiveAsync(s_buffer.AsMemory(), impatience.Token).AsTask());
            Assert.Equal(impatience.Token, error.CancellationToken);
            Assert.Equal(WebSocketState.Aborted, socket.State);
        });
        var (_, sink) = await world.ConnectAsync();
        await impatience.CancelAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1002,\"Connection interrupted\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task A_send_that_is_cancelled_while_it_waits_aborts()
    {
        using var impatience = new CancellationTokenSource();
        var waits = new TaskCompletionSource();
        using var world = AdapterWorld.Of(
            async (socket, _) =>
            {
                Task sending;
                do
                    sending = socket.SendAsync("hello"u8.ToArray().AsMemory(), WebSocketMessageType.Text, true, impatience.Token).AsTask();
                while (sending.IsCompletedSuccessfully);
                waits.SetResult();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
                Assert.Equal(WebSocketState.Aborted, socket.State);
            },
            configure: static options => options.SendBufferMessages = 3);
        var session = await world.ConnectPollAsync();
        await waits.Task.SoonAsync();
        await impatience.CancelAsync();

        await session.Closed.WaitAsync().SoonAsync();
        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(SockJSCloseCodes.Interrupted, session.CloseReason.Code);
    }

    [Fact]
    public async Task A_send_to_a_client_that_is_gone_fails_and_ends_a_loop_that_only_sends_without_an_error_in_the_log()
    {
        var failed = new TaskCompletionSource<WebSocketError>();
        using var world = AdapterWorld.Of(async (socket, http) =>
        {
            await http.RequestAborted.WaitAsync();
            try
            {
                while (socket.State == WebSocketState.Open)
                    await SendAsync(socket);
            }
            catch (WebSocketException exception)
            {
                failed.SetResult(exception.WebSocketErrorCode);
                Assert.Equal(WebSocketState.CloseReceived, socket.State);
                Assert.Equal(WebSocketMessageType.Text, (await socket.ReceiveAsync(s_buffer.AsMemory(), default)).MessageType);
                Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(s_buffer.AsMemory(), default)).MessageType);
                throw;
            }
        });
        var (session, sink) = await world.ConnectAsync();
        session.TryReceive("accepted");
        session.Lost(sink);

        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, await failed.Task.SoonAsync());
        await world.Table.ShutDownAsync().SoonAsync();
    }

    [Fact]
    public async Task A_WebSocketException_of_another_socket_is_an_error()
    {
        using var world = AdapterWorld.Of(static (_, _) => throw new WebSocketException("another"));
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4500,\"Internal error\"]", sink.Frames[^1]);
    }

    private static Task SendAsync(WebSocket socket) => socket.SendAsync("hello"u8.ToArray().AsMemory(), WebSocketMessageType.Text, true, default).AsTask();
}
