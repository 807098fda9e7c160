using System.Text.Json;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Rooms;

public sealed class AudienceTests
{
    private readonly SocketWorld _world = new(ns => ns
        .OnConnect(static socket => socket.JoinAsync(socket.Handshake.Auth.GetProperty("rooms").Deserialize(SocketWorld.TestJson.Default.StringArray)!))
        .On("to", static (socket, arguments) => socket.To(arguments.Get<string>(0)!).EmitAsync("e", 1))
        .On("in", static (socket, arguments) => socket.In(arguments.Get<string>(0)!).EmitAsync("e", 1))
        .On("broadcast", static (socket, _) => socket.Broadcast.EmitAsync("e", 1))
        .On("except", static (socket, arguments) => socket.Except(arguments.Get<string>(0)!).EmitAsync("e", 1)));

    private ISocketIOClients Everybody => _world.Directory.Of("/");

    [Theory]
    [InlineData("""2["to","a"]""", "second")]
    [InlineData("""2["in","a"]""", "first second")]
    [InlineData("""2["broadcast"]""", "second third")]
    [InlineData("""2["except","a"]""", "third")]
    public async Task A_socket_speaks_to_others(string packet, string expected)
    {
        var clients = await JoinAsync(["a"], ["a", "b"], ["b"]);

        clients["first"].Send(packet);

        Assert.Equal(expected, await WhoGotAsync(clients));
    }

    [Fact]
    public async Task Rooms_add_up_and_each_socket_counts_once()
    {
        var clients = await JoinAsync(["a"], ["a", "b"], ["c"]);

        await Everybody.To("a").In("b").EmitAsync("e", 1);

        Assert.Equal("first second", await WhoGotAsync(clients));
    }

    [Fact]
    public async Task Rooms_are_left_out()
    {
        var clients = await JoinAsync(["a"], ["a", "b"], ["c"]);

        await Everybody.Except("b").EmitAsync("e", 1);

        Assert.Equal("first third", await WhoGotAsync(clients));
    }

    [Fact]
    public async Task Each_socket_is_in_the_room_of_its_id()
    {
        var clients = await JoinAsync([], []);
        var id = (await Everybody.FetchSocketsAsync())[0].Id;
        var expected = Everybody.Find(id)!.Connection == clients["first"].Connection ? "first" : "second";

        await Everybody.To(id).EmitAsync("e", 1);

        Assert.Equal(expected, await WhoGotAsync(clients));
        Assert.Contains(id, Everybody.Find(id)!.Rooms);
    }

    [Fact]
    public async Task A_socket_leaves_several_rooms_at_once_and_stays_in_that_of_its_id()
    {
        await JoinAsync(["a", "b", "c"]);
        var socket = (await Everybody.FetchSocketsAsync())[0];

        await socket.LeaveAsync("a", "b", "unknown", socket.Id);

        Assert.Equal([socket.Id, "c"], socket.Rooms);
        await Assert.ThrowsAsync<ArgumentException>(() => socket.LeaveAsync("c", "").AsTask());
        Assert.Contains("c", socket.Rooms);
    }

    [Fact]
    public async Task Selections_are_moved_between_rooms_and_disconnected()
    {
        var clients = await JoinAsync(["a"], ["b"]);

        await Everybody.In("a").JoinAsync("x", "y");
        await Everybody.In("b").LeaveAsync("b");
        Assert.Single(await Everybody.In("y").FetchSocketsAsync());
        Assert.Empty(await Everybody.In("b").FetchSocketsAsync());

        await Everybody.In("x").DisconnectAsync();

        Assert.Equal("1", await clients["first"].NextAsync());
        Assert.Single(await Everybody.FetchSocketsAsync());
        Assert.True(clients["first"].Connection.IsOpen);
    }

    [Fact]
    public async Task A_volatile_event_is_dropped_where_the_transport_is_busy()
    {
        var clients = await JoinAsync([], []);
        clients["first"].Connection.CanWrite = false;

        await Everybody.Volatile.EmitAsync("e", 1);

        Assert.Equal("second", await WhoGotAsync(clients));
    }

    [Fact]
    public async Task Users_are_reached_by_their_ids()
    {
        var (ada, bob) = (_world.Connect("ada"), _world.Connect("bob"));
        await ada.JoinAsync(auth: """{"rooms":[]}""");
        await bob.JoinAsync(auth: """{"rooms":[]}""");

        await Everybody.User("ada").EmitAsync("e", 1);

        Assert.Equal("ada", await WhoGotAsync(new() { ["ada"] = ada, ["bob"] = bob }));
    }

    [Fact]
    public async Task A_binary_value_goes_to_many_at_once()
    {
        var clients = await JoinAsync([], []);

        await Everybody.EmitAsync("e", new SocketWorld.Say("hi", [1, 2]));

        foreach (var client in clients.Values)
        {
            Assert.Equal("""51-["e",{"text":"hi","data":{"_placeholder":true,"num":0}}]""", await client.NextAsync());
            Assert.Equal("b:0102", await client.NextAsync());
        }
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("newListener")]
    public async Task Reserved_names_are_not_emitted(string name)
        => await Assert.ThrowsAsync<ArgumentException>(async () => await Everybody.EmitAsync(name));

    private async Task<Dictionary<string, TestClient>> JoinAsync(params string[][] rooms)
    {
        string[] names = ["first", "second", "third"];
        var clients = new Dictionary<string, TestClient>();
        for (var i = 0; i < rooms.Length; i++)
        {
            var client = clients[names[i]] = _world.Connect();
            await client.JoinAsync(auth: $$"""{"rooms":[{{string.Join(',', rooms[i].Select(static room => $"\"{room}\""))}}]}""");
        }

        await Eventually.TrueAsync(() => _world.Table.Mappings.Single().Tables[0].Find(MemberSelection.All).Count(static socket => socket.IsConnected) == rooms.Length);
        return clients;
    }

    // Another event follows for everybody, so that those that got only this one did not get the first.
    private async Task<string> WhoGotAsync(Dictionary<string, TestClient> clients)
    {
        await Eventually.TrueAsync(() => clients.Values.Any(static client => client.Connection.Sent.Contains("""2["e",1]""")));
        await Everybody.EmitAsync("end");
        var got = new List<string>();
        foreach (var (name, client) in clients)
        {
            if (await client.NextAsync() == """2["e",1]""")
                got.Add(name);
        }

        return string.Join(' ', got);
    }
}
