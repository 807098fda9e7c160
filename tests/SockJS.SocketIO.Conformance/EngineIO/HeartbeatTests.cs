namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>The ping after 300 ms, and clients that answer it.</summary>
/// <remarks>Times are lower bounds here: a busy machine may be late, but nothing may come early.</remarks>
public sealed class HeartbeatTests(PingingServer fixture) : ProtocolTest<PingingServer>(fixture)
{
    // A clock that ticks coarsely may lag behind that of the server by as much.
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(300 - 20);

    [Fact]
    public async Task A_WebSocket_is_pinged_an_interval_after_it_opened_and_after_each_pong()
    {
        // The time of the server begins when it has read a packet, which may be long before its answer is here.
        var start = TimeProvider.System.GetTimestamp();
        var socket = await EngineSocket.OpenAsync(Server);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("2", await socket.ReadAsync());
            Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_interval);
            start = TimeProvider.System.GetTimestamp();
            await socket.SendAsync("3");
        }

        await socket.SendAsync("4alive?");
        Assert.Equal("4alive?", await ReadAsync(socket));
    }

    [Fact]
    public async Task A_poll_ends_with_the_ping_when_its_time_has_come()
    {
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
    public async Task A_pong_that_nobody_asked_for_brings_no_second_heartbeat()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        for (var i = 0; i < 20; i++)
            await socket.SendAsync("3");
        await SettleAsync(socket);
        Assert.Equal("2", await socket.ReadAsync());
        var start = TimeProvider.System.GetTimestamp();
        await socket.SendAsync("3");

        Assert.Equal("2", await socket.ReadAsync());

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= s_interval);
    }

    [Fact]
    public async Task A_session_with_no_namespace_is_pinged_all_the_same()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await ReadAsync(socket), StringComparison.Ordinal);
        Assert.StartsWith("42[\"auth\"", await ReadAsync(socket), StringComparison.Ordinal);

        await socket.SendAsync("41");

        // The first may have been on its way before.
        Assert.Equal("2", await socket.ReadAsync());
        await socket.SendAsync("3");
        Assert.Equal("2", await socket.ReadAsync());
    }

    /// <summary>Waits until the server has read all pongs, none of which is the answer to a ping that comes later.</summary>
    private static async Task SettleAsync(EngineSocket socket)
    {
        bool isPinged;
        do
        {
            isPinged = false;
            await socket.SendAsync("4read?");
            while (await socket.ReadAsync() == "2")
            {
                isPinged = true;
                await socket.SendAsync("3");
            }
        }
        while (isPinged);
    }

    private static async Task<string> ReadAsync(EngineSocket socket)
    {
        string packet;
        while ((packet = await socket.ReadAsync()) == "2")
            await socket.SendAsync("3");
        return packet;
    }
}
