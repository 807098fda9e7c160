namespace SockJS.Conformance.Groups;

/// <summary>A group has members of every transport, and none that has gone.</summary>
[OwnServer]
public sealed class GroupTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Members_over_sockets_and_over_polls_get_the_same_messages_until_they_are_gone()
    {
        var server = Start("/rooms", HandleAsync);
        var clients = server.Services.GetRequiredService<ISockJSClientsProvider>().At("/rooms");
        var lobby = clients.Group("lobby");
        var left = 0;
        using var leaves = lobby.OnLeave(_ => Interlocked.Increment(ref left));
        var one = await OpenSocketAsync(server);
        var two = await OpenSocketAsync(server);
        var outside = await OpenSocketAsync(server);
        var poll = NewSession("/rooms");
        Assert.Equal("o\n", (await server.PostAsync(poll + "/xhr")).Body);
        await one.SendAsync("[\"join\"]");
        await two.SendAsync("[\"join\"]");
        await server.PostAsync(poll + "/xhr_send", "[\"join\"]");
        await Eventually.IsTrueAsync(() => lobby.Count == 3);

        await lobby.SendAsync("hello");
        Assert.Equal("a[\"hello\"]", await one.ReadTextAsync());
        Assert.Equal("a[\"hello\"]", await two.ReadTextAsync());
        Assert.Equal("a[\"hello\"]\n", (await server.PostAsync(poll + "/xhr")).Body);
        Assert.Equal(
            new Dictionary<SockJSTransports, int> { [SockJSTransports.WebSocket] = 3, [SockJSTransports.XhrPolling] = 1 },
            clients.CountByTransport());

        await one.DropAsync();
        await Eventually.IsTrueAsync(() => lobby.Count == 2);
        await Eventually.IsTrueAsync(() => Volatile.Read(ref left) == 1);
        await lobby.CloseAsync(4000, "The lobby closes");
        Assert.Equal("c[4000,\"The lobby closes\"]", await two.ReadTextAsync());
        Assert.Equal("c[4000,\"The lobby closes\"]\n", (await server.PostAsync(poll + "/xhr")).Body);
        await clients.All.SendAsync("still here");
        Assert.Equal("a[\"still here\"]", await outside.ReadTextAsync());
        Assert.Empty(lobby.Members);
    }

    private static async Task HandleAsync(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
        {
            if (message == "join")
                await connection.JoinAsync("lobby");
        }
    }

    private static async Task<WebSocketClient> OpenSocketAsync(LiveServer server)
    {
        var socket = await server.OpenWebSocketAsync(NewSession("/rooms") + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        return socket;
    }
}
