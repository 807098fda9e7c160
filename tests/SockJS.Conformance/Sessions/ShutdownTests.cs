using Microsoft.Extensions.Hosting;

namespace SockJS.Conformance.Sessions;

/// <summary>What clients see of a server that stops.</summary>
[OwnServer]
public sealed class ShutdownTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Open_connections_are_told_that_the_server_goes()
    {
        var server = StartRecorder(_ => { }, out var log);
        var stream = await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        var raw = await server.OpenWebSocketAsync("/echo/websocket");
        await raw.SendAsync("there");
        Assert.Equal("there", await raw.ReadTextAsync());

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("c[3001,\"Server is shutting down\"]\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
        Assert.Equal("c[3001,\"Server is shutting down\"]", await socket.ReadTextAsync());
        Assert.Equal(1000, (await socket.ReadCloseAsync()).CloseCode);
        Assert.Equal(3001, (await raw.ReadCloseAsync()).CloseCode);
        for (var i = 0; i < 3; i++)
            Assert.Equal(SockJSCloseKind.ShuttingDown, (await log.NextAsync()).Kind);
    }

    [Fact]
    public async Task No_session_is_opened_any_more()
    {
        var server = StartEcho(_ => { });
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.All(
            await Calls.OpenReceiversAsync(server, "/echo"),
            r => Expect.Status(503, r.Reply));
        Expect.Status(503, await server.SendAsync(WebSocketClient.Upgrade(NewSession() + "/websocket")));
        Expect.Status(503, await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket")));
    }
}
