using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;
using SockJS.Testing;

namespace SockJS.SocketIO.Tests.Namespaces;

public sealed class DisconnectingTests
{
    [Fact]
    public async Task A_client_that_leaves_keeps_its_connection()
    {
        var (client, _, ends) = await JoinAsync();

        client.Send("1");

        Assert.Equal("client namespace disconnect", (await ends.Task.WaitAsync(Eventually.Patience)).Reason);
        Assert.True(client.Connection.IsOpen);
        Assert.Single(client.Connection.Sent);
    }

    [Theory]
    [InlineData(EngineIOCloseReason.TransportClose, "transport close")]
    [InlineData(EngineIOCloseReason.PingTimeout, "ping timeout")]
    [InlineData(EngineIOCloseReason.TransportError, "transport error")]
    [InlineData(EngineIOCloseReason.ServerShuttingDown, "server shutting down")]
    public async Task A_lost_connection_disconnects_its_sockets(EngineIOCloseReason reason, string text)
    {
        var (client, socket, ends) = await JoinAsync();

        await client.LoseAsync(reason);

        var (told, rooms) = await ends.Task.WaitAsync(Eventually.Patience);
        Assert.Equal(text, told);
        Assert.Equal([socket.Id, "lobby"], rooms);
        Assert.Empty(socket.Rooms);
        Assert.False(socket.IsConnected);
        Assert.True(socket.Disconnected.IsCancellationRequested);
    }

    [Theory]
    [InlineData("0", "forced server close")]
    [InlineData("4{}", "forced server close")]
    [InlineData("2/other,[\"event\"]", "forced server close")]
    [InlineData("3/other,0[]", "forced server close")]
    [InlineData("2{}", "forced close")]
    [InlineData("7", "forced close")]
    public async Task Sockets_are_told_what_their_client_did_wrong(string packet, string reason)
    {
        var (client, _, ends) = await JoinAsync();

        client.Send(packet);

        Assert.Equal(reason, (await ends.Task.WaitAsync(Eventually.Patience)).Reason);
        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task The_server_disconnects_a_socket_and_its_connection_stays()
    {
        var (client, socket, ends) = await JoinAsync();

        await socket.DisconnectAsync();

        Assert.Equal("1", await client.NextAsync());
        Assert.Equal("server namespace disconnect", (await ends.Task.WaitAsync(Eventually.Patience)).Reason);
        // They were on their way when the client heard of it.
        client.Send("""2["late"]""", "30[]", """51-["late",{"_placeholder":true,"num":0}]""").SendBinary(1);
        await client.JoinAsync();
    }

    [Fact]
    public async Task The_server_disconnects_a_client_altogether()
    {
        var (client, socket, ends) = await JoinAsync();

        await socket.DisconnectAsync(closeConnection: true);

        Assert.Equal("1", await client.NextAsync());
        Assert.Equal("server namespace disconnect", (await ends.Task.WaitAsync(Eventually.Patience)).Reason);
        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task Events_that_came_before_the_loss_are_still_handled()
    {
        var gate = new TaskCompletionSource();
        var handled = new List<string>();
        var client = new SocketWorld(ns => ns
            .On("slow", async (_, _) => await gate.Task)
            .On("bye", (_, _) => { handled.Add("bye"); return default; })
            .OnDisconnect((_, reason) => { handled.Add(reason.ToString()); return default; })).Connect();
        await client.JoinAsync();
        client.Send("""2["slow"]""", """2["bye"]""", "1");

        client.Connection.Close(EngineIOCloseReason.TransportClose);
        gate.SetResult();
        await client.ClosedAsync();

        Assert.Equal(["bye", "client namespace disconnect"], handled);
    }

    [Fact]
    public async Task A_handler_may_disconnect_its_own_socket()
    {
        var order = new List<string>();
        var client = new SocketWorld(ns => ns
            .On("go", async (socket, _, ack) =>
            {
                await socket.DisconnectAsync();
                await ack.SendAsync("late");
                order.Add("handled");
            })
            .OnDisconnect((_, _) => { order.Add("disconnected"); return default; })).Connect();
        await client.JoinAsync();

        client.Send("""21["go"]""");

        Assert.Equal("1", await client.NextAsync());
        await client.LoseAsync();
        Assert.Equal(["handled", "disconnected"], order);
        Assert.Equal(2, client.Connection.Sent.Count);
    }

    [Fact]
    public async Task A_connect_handler_may_disconnect_its_socket()
    {
        var client = new SocketWorld(ns => ns.OnConnect(socket => socket.DisconnectAsync())).Connect();

        await client.JoinAsync();

        Assert.Equal("1", await client.NextAsync());
    }

    [Fact]
    public async Task Nothing_is_emitted_to_a_client_that_has_left()
    {
        var (client, socket, ends) = await JoinAsync();
        client.Send("1");
        await ends.Task.WaitAsync(Eventually.Patience);

        await Assert.ThrowsAsync<SocketIODisconnectedException>(async () => await socket.EmitAsync("late"));
        await socket.Volatile.EmitAsync("late");
        await socket.JoinAsync("late");
        Assert.DoesNotContain("late", socket.Rooms);
        await Eventually.TrueAsync(() => socket.Rooms.Count == 0);
    }

    [Fact]
    public async Task A_client_that_joins_nothing_in_time_is_closed()
    {
        var time = new ManualTimeProvider();
        var world = new SocketWorld(
            (SocketIONamespaceBuilder ns) => ns.Use((socket, next) => socket.Handshake.Auth.TryGetProperty("ok", out _) ? next() : default),
            options => options.ConnectTimeout = TimeSpan.FromSeconds(10),
            time);
        var (idle, joined) = (world.Connect(), world.Connect());
        await joined.JoinAsync(auth: """{"ok":1}""");

        idle.Send("0");
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.True(idle.Connection.IsOpen);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(EngineIOCloseReason.ForcedClose, await idle.ClosedAsync());
        Assert.True(joined.Connection.IsOpen);
    }

    private static async Task<(TestClient, SocketIOSocket, TaskCompletionSource<(string Reason, IReadOnlyCollection<string> Rooms)>)> JoinAsync()
    {
        var ends = new TaskCompletionSource<(string, IReadOnlyCollection<string>)>();
        SocketIOSocket? joined = null;
        var client = new SocketWorld(ns => ns
            .OnConnect(socket => { joined = socket; return socket.JoinAsync("lobby"); })
            .OnDisconnect((socket, reason) => { ends.SetResult((reason.ToString(), socket.Rooms)); return default; })).Connect();
        await client.JoinAsync();
        return (client, joined!, ends);
    }

    [Fact]
    public async Task Only_so_many_namespaces_that_a_client_was_put_out_of_are_remembered()
    {
        var client = new SocketWorld(
            (SocketIOBuilder io) => io.Namespace("/room-{id}", ns => ns.OnConnect(socket => socket.DisconnectAsync())),
            options => options.MaxNamespacesPerConnection = 2).Connect();
        foreach (var room in new[] { "/room-1", "/room-2", "/room-3" })
        {
            await client.JoinAsync(room);
            Assert.Equal($"1{room},", await client.NextAsync());
        }

        client.Send("""2/room-3,["late"]""", """2/room-2,["late"]""");
        await client.JoinAsync("/room-4");
        client.Send("""2/room-1,["too late"]""");

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }
}
