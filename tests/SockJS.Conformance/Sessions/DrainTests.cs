using Microsoft.Extensions.Hosting;

namespace SockJS.Conformance.Sessions;

/// <summary>What clients see of an endpoint that is emptied.</summary>
[OwnServer]
public sealed class DrainTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Clients_are_told_what_the_application_says_and_new_ones_are_refused_until_it_resumes()
    {
        var server = StartEcho(_ => { });
        var stream = await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        var manager = ManagerOf(server);
        var drained = manager.DrainAsync(4000, "Moving house", TimeSpan.Zero);

        Assert.Equal("c[4000,\"Moving house\"]\n", await stream.ReadAsync());
        Assert.Equal("c[4000,\"Moving house\"]", await socket.ReadTextAsync());
        await drained;
        Assert.All(await Calls.OpenReceiversAsync(server, "/echo"), r => Expect.Status(503, r.Reply));
        Expect.Status(503, await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket")));
        Expect.Status(200, await server.GetAsync("/echo/info"));

        manager.Resume();
        Assert.Equal("o\n", (await server.PostAsync(NewSession() + "/xhr")).Body);
    }

    [Fact]
    public async Task A_shutdown_in_the_middle_of_a_long_drain_closes_the_rest_at_once_in_its_own_words()
    {
        var server = StartEcho(options => (options.ShutdownCode, options.ShutdownReason) = (3002, "Bye"));
        var sockets = new List<WebSocketClient>();
        for (var i = 0; i < 3; i++)
        {
            sockets.Add(await server.OpenWebSocketAsync("/echo/websocket"));
            await sockets[i].SendAsync("there");
            Assert.Equal("there", await sockets[i].ReadTextAsync());
        }

        var drained = ManagerOf(server).DrainAsync(4000, "Moving house", TimeSpan.FromHours(1));
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var codes = new List<int?>();
        foreach (var socket in sockets)
            codes.Add((await socket.ReadCloseAsync()).CloseCode);
        Assert.Equal([3002, 3002, 4000], codes.Order());
        await drained;
    }

    [Fact]
    public async Task A_shutdown_takes_its_window()
    {
        var server = StartEcho(options => options.DrainWindow = TimeSpan.FromSeconds(0.5));
        var (first, second) = (await server.OpenWebSocketAsync("/echo/websocket"), await server.OpenWebSocketAsync("/echo/websocket"));
        foreach (var socket in (WebSocketClient[])[first, second])
        {
            await socket.SendAsync("there");
            Assert.Equal("there", await socket.ReadTextAsync());
        }

        var begin = TimeProvider.System.GetTimestamp();
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(3001, (await first.ReadCloseAsync()).CloseCode);
        Assert.Equal(3001, (await second.ReadCloseAsync()).CloseCode);
        Assert.True(TimeProvider.System.GetElapsedTime(begin) > TimeSpan.FromSeconds(0.4));
    }

    private static SockJSSessionManager ManagerOf(LiveServer server) => server.Services.GetRequiredKeyedService<SockJSSessionManager>("/echo");
}
