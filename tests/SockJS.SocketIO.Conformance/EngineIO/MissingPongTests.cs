using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>Clients that do not answer the ping. Times are lower bounds here too.</summary>
public sealed class MissingPongTests(HastyServer fixture) : ProtocolTest<HastyServer>(fixture)
{
    // That of the protocol suites, which a server elsewhere may have, less what a coarse clock may lag behind.
    private static readonly TimeSpan s_life = TimeSpan.FromMilliseconds(300 + 200 - 20);

    [Fact]
    public async Task A_WebSocket_is_closed()
    {
        var start = TimeProvider.System.GetTimestamp();
        var socket = await EngineSocket.OpenAsync(Server);
        Assert.Equal("2", await socket.ReadAsync());

        await socket.AssertClosesSilentlyAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_life);
    }

    [Fact]
    [OwnServer]
    public async Task A_client_that_does_not_even_poll_is_given_up()
    {
        var ended = new TaskCompletionSource<EngineIOCloseReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = Start(
            static services => services.AddEngineIO(),
            app => app.MapEngineIO(
                "/engine.io",
                async connection =>
                {
                    await foreach (var _ in connection.ReadAllAsync())
                    {
                    }

                    ended.SetResult(connection.CloseReason);
                },
                static options => options.PingInterval = options.PingTimeout = TimeSpan.FromMilliseconds(250)));
        var session = await EnginePolling.OpenAsync(server);

        Assert.Equal(EngineIOCloseReason.PingTimeout, await ended.Task.WaitAsync(Wire.Patience));
        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_polls_is_given_up()
    {
        var start = TimeProvider.System.GetTimestamp();
        var session = await EnginePolling.OpenAsync(Server);
        Assert.Equal(["2"], await session.PollAsync());

        await session.AssertClosedAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_life);
    }

    [Fact]
    public async Task Messages_are_no_pong_for_ever()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        Assert.Equal("2", await socket.ReadAsync());
        using var talk = new CancellationTokenSource();
        var talking = TalkAsync(socket, talk.Token);

        Assert.NotEqual(0, await socket.ReadCloseAsync().WaitAsync(Wire.Patience));

        await talk.CancelAsync();
        await talking;
    }

    private static async Task TalkAsync(EngineSocket socket, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await socket.SendAsync("4a");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
