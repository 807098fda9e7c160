using System.Text;
using SockJS.Testing.Tests.Support;

namespace SockJS.Testing.Tests;

public sealed class FaultTests
{
    private const int MuchMoreThanIsUnderWay = 64;

    public static TheoryData<SockJSTransports> Streams =>
    [
        SockJSTransports.WebSocket,
        SockJSTransports.RawWebSocket,
        SockJSTransports.XhrStreaming,
        SockJSTransports.EventSource,
        SockJSTransports.HtmlFile,
    ];

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task The_sends_of_the_server_wait_for_a_client_that_does_not_read(SockJSTransports transport)
    {
        var sent = 0;
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await TestHost.StartAsync(async connection =>
        {
            await foreach (var begin in connection.ReadAllAsync())
                break;
            for (var number = 0; number < MuchMoreThanIsUnderWay; number++)
            {
                var sending = connection.SendAsync(number + new string('x', 16 * 1024));
                if (!sending.IsCompleted)
                    waits.TrySetResult();
                await sending;
                Interlocked.Increment(ref sent);
            }

            await Task.Delay(Timeout.Infinite, connection.Closed);
        }, static options => (options.ResponseLimit, options.SendBufferBytes) = (int.MaxValue, 64 * 1024));
        await using var client = await host.ConnectAsync(transport);
        client.StallReads();
        await client.SendAsync("begin");
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // It never gets further than what is under way and what the send buffer holds.
        var before = -1;
        while (before != Volatile.Read(ref sent))
        {
            before = Volatile.Read(ref sent);
            await Task.Delay(50);
        }

        Assert.InRange(before, 1, MuchMoreThanIsUnderWay - 1);
        client.ResumeReads();
        for (var number = 0; number < MuchMoreThanIsUnderWay; number++)
            Assert.StartsWith($"{number}x", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_client_of_a_session_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        await using var first = await host.ConnectAsync(SockJSTransports.XhrStreaming);
        await using var second = await host.ConnectAsync(SockJSTransports.XhrPolling, options => options.SessionId = first.SessionId);

        Assert.Equal(new SockJSTestClose(2010, "Another connection still open", WasClean: true), await second.ExpectCloseAsync());
        await first.SendAsync("still here");
        Assert.Equal("still here", await first.ReceiveAsync());
    }

    [Theory]
    [InlineData(SockJSTransports.XhrStreaming)]
    [InlineData(SockJSTransports.JsonpPolling)]
    public async Task Frames_may_be_garbage_over_HTTP(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(transport);
        var refused = await Assert.ThrowsAsync<SockJSRefusedException>(() => client.SendFrameAsync("[\"broken"));

        Assert.Equal(500, refused.StatusCode);
        Assert.Equal("Broken JSON encoding.", refused.Body);
        Assert.Contains("_send with 500: Broken JSON encoding.", refused.Message, StringComparison.Ordinal);
        await client.SendAsync("alive");
        Assert.Equal("alive", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Frames_may_be_garbage_over_a_WebSocket()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.WebSocket);
        await client.SendFrameAsync("[\"broken");

        Assert.Equal(new SockJSTestClose(3000, "Broken framing.", WasClean: true), await client.ExpectCloseAsync());
    }

    [Fact]
    public async Task The_bytes_of_a_WebSocket_may_be_garbage()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.RawWebSocket);
        await client.SendRawAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1"));

        Assert.Equal(1002, (await client.ExpectCloseAsync()).Code);
        await Assert.ThrowsAsync<SockJSTestException>(async () =>
        {
            while (true)
                await client.SendAsync("to nobody");
        });
    }

    [Fact]
    public async Task A_session_that_is_closed_says_so_again()
    {
        await using var host = await TestHost.StartAsync(static connection => connection.CloseAsync(3000, "Go away!").AsTask());
        await using var client = await host.ConnectAsync(SockJSTransports.XhrStreaming);
        await client.ExpectCloseAsync();
        await client.ReconnectAsync();

        Assert.Equal(new SockJSTestClose(3000, "Go away!", WasClean: true), await client.ExpectCloseAsync());
    }

    [Fact]
    public async Task Pieces_have_at_least_one_byte()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(SockJSTransports.XhrStreaming);

        Assert.Throws<ArgumentOutOfRangeException>(() => client.PieceSize = 0);
    }
}
