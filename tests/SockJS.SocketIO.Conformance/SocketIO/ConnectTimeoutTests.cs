namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>The time that a client has to join a namespace.</summary>
public sealed class ConnectTimeoutTests(ImpatientServer fixture) : ProtocolTest<ImpatientServer>(fixture)
{
    [Theory]
    [InlineData(null)]
    [InlineData("40/random,")]
    public async Task A_client_that_joins_nothing_in_time_is_closed(string? packet)
    {
        var start = TimeProvider.System.GetTimestamp();
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        if (packet is not null)
        {
            await socket.SendAsync(packet);
            Assert.StartsWith("44", await socket.ReadAsync(), StringComparison.Ordinal);
        }

        await socket.AssertClosesSilentlyAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task A_client_that_has_joined_may_leave_and_stay_for_longer()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync("41");

        Assert.True(await socket.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(2300)));

        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
    }
}
