namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>The ping after 300 ms, and the 200 ms that a client has for its pong.</summary>
/// <remarks>Times are lower bounds here: a busy machine may be late, but nothing may come early.</remarks>
public sealed class HeartbeatTests(HastyServer fixture) : ProtocolTest<HastyServer>(fixture)
{
    // A clock that ticks coarsely may lag behind that of the server by as much.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(300) - s_tick;
    private static readonly TimeSpan s_life = TimeSpan.FromMilliseconds(500) - s_tick;

    [Fact]
    public async Task A_WebSocket_is_pinged_an_interval_after_it_opened_and_after_each_pong()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        for (var i = 0; i < 3; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal("2", await socket.ReadAsync());
            Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_interval);
            await socket.SendAsync("3");
        }

        await socket.AssertEchoesAsync();
    }

    [Fact]
    public async Task A_poll_ends_with_the_ping_when_its_time_has_come()
    {
        // The time of the server begins when it has read a request, which may be long before its answer is here.
        var start = TimeProvider.System.GetTimestamp();
        var session = await EnginePolling.OpenAsync(Server);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(["2"], await session.PollAsync());
            Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_interval);
            start = TimeProvider.System.GetTimestamp();
            await session.SendAsync("3");
        }
    }

    [Fact]
    public async Task A_WebSocket_that_does_not_answer_the_ping_is_closed()
    {
        var start = TimeProvider.System.GetTimestamp();
        var socket = await EngineSocket.OpenAsync(Server);
        Assert.Equal("2", await socket.ReadAsync());

        await socket.AssertClosesSilentlyAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_life);
    }

    [Fact]
    public async Task A_client_that_never_polls_is_given_up()
    {
        var session = await EnginePolling.OpenAsync(Server);

        await Task.Delay(TimeSpan.FromMilliseconds(500));

        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_polls_but_does_not_answer_the_ping_is_given_up()
    {
        var start = TimeProvider.System.GetTimestamp();
        var session = await EnginePolling.OpenAsync(Server);
        Assert.Equal(["2"], await session.PollAsync());

        await session.AssertClosedAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_life);
    }

    [Fact]
    public async Task A_pong_that_nobody_asked_for_brings_no_second_heartbeat()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        for (var i = 0; i < 20; i++)
            await socket.SendAsync("3");
        Assert.Equal("2", await socket.ReadAsync());
        await socket.SendAsync("3");
        var start = TimeProvider.System.GetTimestamp();

        Assert.Equal("2", await socket.ReadAsync());

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_interval);
    }

    [Fact]
    public async Task Messages_are_no_pong_for_ever()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        Assert.Equal("2", await socket.ReadAsync());
        var start = TimeProvider.System.GetTimestamp();
        using var talk = new CancellationTokenSource();
        var talking = TalkAsync(socket, talk.Token);

        Assert.NotEqual(0, await socket.ReadCloseAsync());

        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
        await talk.CancelAsync();
        await talking;
    }

    [Fact]
    public async Task A_session_with_no_namespace_is_pinged_all_the_same()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
        Assert.StartsWith("42[\"auth\"", await socket.ReadAsync(), StringComparison.Ordinal);

        await socket.SendAsync("41");

        Assert.Equal("2", await socket.ReadAsync());
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
