using SockJS.Testing.Tests.Support;

namespace SockJS.Testing.Tests;

/// <summary>What a client does over each transport.</summary>
public sealed class EveryTransportTests
{
    public static TheoryData<SockJSTransports> All => [.. TestHost.Transports];

    public static TheoryData<SockJSTransports> Framed => [.. TestHost.Transports.Where(static transport => transport != SockJSTransports.RawWebSocket)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Messages_go_to_and_fro(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(transport);
        string[] messages = ["hello", "", "100% %41 </script> \"\\\r\n\0", "\u2028 \u00E9 \U0001F600 \uFFFF", new string('x', 100_000)];
        foreach (var message in messages)
        {
            await client.SendAsync(message);
            Assert.Equal(message, await client.ReceiveAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Framed))]
    public async Task Halves_of_characters_survive(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(transport);
        await client.SendAsync("\uD800");

        Assert.Equal("\uD800", await client.ReceiveAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Several_messages_keep_their_order(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(transport);
        await client.SendAsync(["one", "two", "three"]);

        Assert.Equal(["one", "two", "three"], [await client.ReceiveAsync(), await client.ReceiveAsync(), await client.ReceiveAsync()]);
    }

    [Theory]
    [MemberData(nameof(Framed))]
    public async Task Responses_are_opened_again_when_they_are_full(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(configure: static options => options.ResponseLimit = 4096);
        await using var client = await host.ConnectAsync(transport);
        foreach (var number in Enumerable.Range(0, 30))
        {
            await client.SendAsync(number + new string('x', 1000));
            Assert.StartsWith($"{number}x", await client.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_close_of_the_server_is_received_after_its_messages(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(static async connection =>
        {
            await connection.SendAsync("last words");
            await connection.CloseAsync(4001, "enough");
        });
        await using var client = await host.ConnectAsync(transport);

        Assert.Equal("last words", await client.ReceiveAsync());
        Assert.Equal(new SockJSTestClose(4001, "enough", WasClean: true), await client.ExpectCloseAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_server_learns_that_the_client_closes(SockJSTransports transport)
    {
        var closed = new TaskCompletionSource();
        await using var host = await TestHost.StartAsync(async connection =>
        {
            await TestHost.EchoAsync(connection);
            closed.SetResult();
        });
        await using var client = await host.ConnectAsync(transport);
        await client.CloseAsync(3001, "bye");

        var close = await client.ExpectCloseAsync();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(close.WasClean);
        Assert.Equal(3001, close.Code);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_heartbeat_comes_when_its_time_has_come(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(stopsTime: true);
        await using var client = await host.ConnectAsync(transport);
        for (var beat = 0; beat < 3; beat++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(25));
            await client.ExpectHeartbeatAsync();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_dropped_receiver_ends_the_session_and_another_one_begins_the_next(SockJSTransports transport)
    {
        var ends = new List<SockJSConnection>();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await TestHost.StartAsync(async connection =>
        {
            await TestHost.EchoAsync(connection);
            lock (ends)
                ends.Add(connection);
            ended.TrySetResult();
        });
        await using var client = await host.ConnectAsync(transport);
        await client.DropReceiverAsync();
        Assert.Equal(new SockJSTestClose(1006, "The test dropped the receiver", WasClean: false), await client.ExpectCloseAsync());
        await client.ReconnectAsync();

        if (transport != SockJSTransports.RawWebSocket)
            await client.ExpectOpenAsync();
        await client.SendAsync("again");
        Assert.Equal("again", await client.ReceiveAsync());
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        lock (ends)
            Assert.Single(ends);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_the_client_sends_may_arrive_byte_by_byte(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        await using var client = await host.ConnectAsync(transport);
        client.PieceSize = 1;
        await client.SendAsync("in \u00E9 pieces");

        Assert.Equal("in \u00E9 pieces", await client.ReceiveAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_message_that_breaks_off_does_not_arrive(SockJSTransports transport)
    {
        var received = new List<string>();
        await using var host = await TestHost.StartAsync(async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
            {
                lock (received)
                    received.Add(message);
                await connection.SendAsync(message);
            }
        });
        await using var client = await host.ConnectAsync(transport);
        await client.AbortSendAsync("half", 5);
        if (transport is SockJSTransports.WebSocket or SockJSTransports.RawWebSocket)
            await client.ReconnectAsync();
        if (transport is SockJSTransports.WebSocket)
            await client.ExpectOpenAsync();
        await client.SendAsync("whole");

        Assert.Equal("whole", await client.ReceiveAsync());
        lock (received)
            Assert.Equal(["whole"], received);
    }
}
