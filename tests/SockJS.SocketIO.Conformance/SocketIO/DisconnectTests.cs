namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>How a client leaves a namespace.</summary>
public sealed class DisconnectTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Theory]
    [InlineData("41", "40")]
    [InlineData("41/,", "40")]
    public async Task Leaving_the_last_namespace_is_not_answered_and_leaves_the_connection_open(string disconnect, string connect)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(disconnect);

        Assert.True(await socket.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(200)));
        await socket.SendAsync(connect);
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_one_namespace_leaves_the_others()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync("40/custom,");
        await socket.ReadAsync(2);

        await socket.SendAsync("41/custom,");
        await socket.SendAsync("42[\"message\",1]");

        Assert.Equal("42[\"message-back\",1]", await socket.ReadAsync());
    }

    [Fact]
    [UnlikeNode("It leaves a moment after it has read the packet.")]
    public async Task Whoever_comes_back_gets_a_new_id()
    {
        var socket = await EngineSocket.OpenAsync(Server, EnginePaths.SocketIO);
        var replies = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await socket.SendAsync("40");
            replies.Add((await socket.ReadAsync(2))[0]);
            await socket.SendAsync("41");
        }

        Assert.Equal(5, replies.Distinct().Count());
    }

    [Fact]
    [UnlikeNode("It leaves a moment after it has read the packet, and closes the connection that comes back at once.")]
    public async Task Leaving_and_joining_in_one_breath_will_do()
    {
        var session = await EnginePolling.JoinAsync(Server);

        await session.SendAsync("41", "40", "42[\"message\",1]");

        var packets = await session.ReadAsync(3);
        Assert.StartsWith("40{", packets[0], StringComparison.Ordinal);
        Assert.Equal(["42[\"auth\",{}]", "42[\"message-back\",1]"], packets.Skip(1));
    }

    [Fact]
    [UnlikeNode("It leaves a moment after it has read the packet.")]
    public async Task A_packet_after_leaving_closes_the_connection()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        await socket.SendAsync("41");

        await socket.SendAsync("42[\"message\",1]");

        await socket.AssertClosesSilentlyAsync();
    }

    [Fact]
    public async Task A_client_that_goes_in_the_middle_of_a_packet_harms_no_other()
    {
        for (var i = 0; i < 10; i++)
        {
            var socket = await EngineSocket.JoinAsync(Server);
            await socket.SendAsync("""452-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]""");
            await socket.SendAsync([1]);
            socket.WebSocket.Reset();
        }

        var neighbour = await EngineSocket.JoinAsync(Server);
        await neighbour.SendAsync("42[\"message\",1]");
        Assert.Equal("42[\"message-back\",1]", await neighbour.ReadAsync());
    }

    [Fact]
    public async Task A_session_that_is_upgraded_keeps_its_namespaces()
    {
        var session = await EnginePolling.JoinAsync(Server);
        var socket = await session.UpgradeAsync();

        await socket.SendAsync("42[\"message\",1]");

        Assert.Equal("42[\"message-back\",1]", await socket.ReadAsync());
    }
}
