namespace SockJS.Conformance.Sessions;

/// <summary>A socket is not read while its handler is behind; that its client has left is noticed all the same, and at once.</summary>
[OwnServer]
public sealed class DropWhileBehindTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Theory]
    [InlineData("/stuck/000/behind/websocket", false)]
    [InlineData("/stuck/000/behind/websocket", true)]
    [InlineData("/stuck/websocket", false)]
    [InlineData("/stuck/websocket", true)]
    public async Task A_lost_socket_ends_the_connection_of_a_handler_that_does_not_read(string path, bool reset)
    {
        var ended = new TaskCompletionSource();
        var server = Start(
            "/stuck",
            async connection =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, connection.Closed);
                }
                finally
                {
                    ended.SetResult();
                }
            },
            Configure);

        await FillAndLeaveAsync(server, path, reset);

        await ended.Task.WaitAsync(Wire.Patience);
    }

    [Theory]
    [InlineData("/stuck/000/behind/websocket", false)]
    [InlineData("/stuck/000/behind/websocket", true)]
    [InlineData("/stuck/websocket", false)]
    [InlineData("/stuck/websocket", true)]
    public async Task A_lost_socket_ends_the_connection_of_a_handler_that_is_busy_with_a_message(string path, bool reset)
    {
        var log = new CloseLog();
        var server = Start(
            services => services.AddSingleton(log).AddSockJS(OpenToAll),
            app => app.MapSockJS<Stuck>("/stuck", Configure));

        await FillAndLeaveAsync(server, path, reset);

        var end = await log.NextAsync();
        Assert.Equal((SockJSCloseKind.Lost, 1006), (end.Kind, end.Code));
    }

    // No clock of the server may be what ends the session.
    private static void Configure(SockJSOptions options)
    {
        options.ReceiveBufferMessages = 2;
        options.HeartbeatInterval = TimeSpan.FromHours(1);
        options.DisconnectDelay = TimeSpan.FromHours(1);
    }

    private static async Task FillAndLeaveAsync(LiveServer server, string path, bool reset)
    {
        var isRaw = path == "/stuck/websocket";
        var socket = await server.OpenWebSocketAsync(path);
        if (!isRaw)
            Assert.Equal("o", await socket.ReadTextAsync());
        for (var i = 0; i < 20; i++)
            await socket.SendAsync(isRaw ? $"{i}" : $"[\"{i}\"]");

        // Long enough, as a rule, that the server has stopped reading.
        Assert.True(await socket.IsSilentAsync(TimeSpan.FromMilliseconds(200)));
        if (reset)
            socket.Reset();
        else
            await socket.DropAsync();
    }
}
