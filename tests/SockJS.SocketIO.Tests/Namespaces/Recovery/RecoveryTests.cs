using System.Text.Json;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Namespaces.Recovery;

public sealed class RecoveryTests
{
    private readonly List<bool> _connects = [];
    private int _filtered;

    [Fact]
    public async Task A_client_that_comes_back_is_the_same_socket_and_gets_what_it_has_missed()
    {
        var world = World();
        var (client, id, pid) = await JoinAsync(world, "0");
        await world.Directory.Of("/").To("room").EmitAsync("first");
        Assert.Equal("""2["first","1"]""", await client.NextAsync());
        await client.LoseAsync();
        await world.Directory.Of("/").To("room").EmitAsync("second", "text");
        await world.Directory.Of("/").To("elsewhere").EmitAsync("not this");
        await world.Directory.Of("/").Except("room").EmitAsync("nor this");
        await world.Directory.Of("/").To(id).EmitAsync("third");

        var (back, sameId, samePid) = await JoinAsync(world, $$"""0{"pid":"{{pid}}","offset":"1"}""");

        Assert.Equal((id, pid), (sameId, samePid));
        Assert.Equal("""2["second","text","2"]""", await back.NextAsync());
        Assert.Equal("""2["third","5"]""", await back.NextAsync());
        Assert.Equal([false, true], _connects);
        Assert.Equal(1, _filtered);
        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        Assert.Equal("kept", world.Directory.Of("/").Find(id)!.Data["key"]);
        Assert.Contains("room", world.Directory.Of("/").Find(id)!.Rooms);
    }

    [Fact]
    public async Task A_client_that_has_got_nothing_yet_comes_back_without_an_offset()
    {
        var world = World();
        var (client, id, pid) = await JoinAsync(world, "0");
        await client.LoseAsync();
        await world.Directory.Of("/").EmitAsync("missed");

        var (back, sameId, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"}""");

        Assert.Equal(id, sameId);
        Assert.Equal("""2["missed","1"]""", await back.NextAsync());
    }

    [Theory]
    [InlineData("""{"pid":"unknown","offset":"1"}""")]
    [InlineData("""{"pid":{"a":1},"offset":"1"}""")]
    [InlineData("""{"pid":"PID","offset":{"a":1}}""")]
    [InlineData("""{"pid":"PID","offset":7}""")]
    [InlineData("""{"pid":"PID","offset":"-1"}""")]
    public async Task What_is_no_request_is_a_new_client(string auth)
    {
        var world = World();
        var (client, id, pid) = await JoinAsync(world, "0");
        await client.LoseAsync();

        var (_, newId, newPid) = await JoinAsync(world, "0" + auth.Replace("PID", pid, StringComparison.Ordinal));

        Assert.NotEqual(id, newId);
        Assert.NotEqual(pid, newPid);
        Assert.Equal([false, false], _connects);
    }

    [Fact]
    public async Task A_secret_serves_once()
    {
        var world = World();
        var (client, id, pid) = await JoinAsync(world, "0");
        await client.LoseAsync();

        var (_, first, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"}""");
        var (_, second, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"}""");

        Assert.Equal(id, first);
        Assert.NotEqual(id, second);
    }

    [Fact]
    public async Task Whoever_left_or_was_disconnected_does_not_come_back()
    {
        var world = World();
        var (left, _, _) = await JoinAsync(world, "0");
        left.Send("1");
        await left.LoseAsync();
        var (kicked, id, _) = await JoinAsync(world, "0");
        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        await world.Directory.Of("/").To(id).DisconnectAsync();
        await kicked.LoseAsync();

        Assert.Equal(0, world.Table.Context.Lost!.Count);
    }

    [Fact]
    public async Task Another_user_does_not_get_the_socket()
    {
        var world = World();
        var (client, id, pid) = await JoinAsync(world, "0", "ada");
        await client.LoseAsync();

        var (_, newId, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"}""", "bob");

        Assert.NotEqual(id, newId);
    }

    [Fact]
    public async Task Whoever_comes_too_late_is_a_new_client_and_nothing_is_kept()
    {
        var world = World(options => options.Recovery.MaxDisconnection = TimeSpan.FromMilliseconds(20));
        var (client, _, _) = await JoinAsync(world, "0");

        await client.LoseAsync();

        await Eventually.TrueAsync(() => world.Table.Context.Lost!.Count == 0);
    }

    [Fact]
    public async Task What_was_forgotten_for_want_of_room_is_not_passed_over()
    {
        var world = World(options => options.Recovery.MaxEventsPerNamespace = 2);
        var (client, id, pid) = await JoinAsync(world, "0");
        await client.LoseAsync();
        for (var i = 0; i < 3; i++)
            await world.Directory.Of("/").EmitAsync("missed");

        var (_, newId, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"}""");

        Assert.NotEqual(id, newId);
    }

    [Fact]
    public async Task As_many_sockets_are_kept_as_allowed()
    {
        var world = World(options => options.Recovery.MaxSockets = 1);
        var (first, firstId, firstPid) = await JoinAsync(world, "0");
        var (second, secondId, secondPid) = await JoinAsync(world, "0");
        await first.LoseAsync();
        await second.LoseAsync();

        Assert.NotEqual(firstId, (await JoinAsync(world, $$"""0{"pid":"{{firstPid}}"}""")).Id);
        Assert.Equal(secondId, (await JoinAsync(world, $$"""0{"pid":"{{secondPid}}"}""")).Id);
    }

    [Fact]
    public async Task Events_that_want_an_answer_or_may_get_lost_have_no_offset()
    {
        var world = World();
        var (client, id, _) = await JoinAsync(world, "0");
        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        var socket = world.Directory.Of("/").Find(id)!;

        _ = socket.EmitWithAckAsync<int>("ask");
        await socket.Volatile.EmitAsync("volatile");
        await world.Directory.Of("/").Volatile.EmitAsync("volatile");
        await socket.EmitAsync("kept");

        Assert.Equal("""20["ask"]""", await client.NextAsync());
        Assert.Equal("""2["volatile"]""", await client.NextAsync());
        Assert.Equal("""2["volatile"]""", await client.NextAsync());
        Assert.Equal("""2["kept","1"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Guards_are_asked_again_whatever_middleware_is_skipped()
    {
        var isLetIn = true;
        var world = new SocketWorld(
            (SocketIOBuilder io) => io.Add(new SocketIONamespaceBuilder("/", io.Services).Build() with
            {
                Guards = [new DelegateConnectionFilter((_, next) => isLetIn ? next() : throw new SocketIORefusedException("Unauthorized"))],
            }),
            options => options.Recovery.Enabled = true);
        var (client, _, pid) = await JoinAsync(world, "0");
        await client.LoseAsync();
        isLetIn = false;

        var back = world.Connect().Send($$"""0{"pid":"{{pid}}"}""");

        Assert.Equal("""4{"message":"Unauthorized"}""", await back.NextAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_while_events_are_numbered()
    {
        var world = World();
        var (client, id, _) = await JoinAsync(world, "0");
        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        var held = new List<bool>();
        client.Connection.Sending = () => held.Add(Monitor.IsEntered(world.Table.Context.Sequence!.Lock));

        await world.Directory.Of("/").EmitAsync("broadcast");
        await world.Directory.Of("/").Find(id)!.EmitAsync("direct");

        Assert.Equal([false, false], held);
    }

    [Fact]
    public async Task Whoever_comes_and_goes_while_many_emit_gets_each_event_once_and_in_order()
    {
        const int Emitters = 4;
        const int Each = 500;
        var world = World(options => options.Recovery.MaxEventsPerSocket = Emitters * Each);
        var (client, id, pid) = await JoinAsync(world, "0");
        var seen = new List<int>();

        var emitting = Task.WhenAll(Enumerable.Range(0, Emitters).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await (i % 2 == 0 ? world.Directory.Of("/") : world.Directory.Of("/").To("room")).EmitAsync("n");
                if (i % 5 == 0)
                    await Task.Yield();
            }
        })));
        do
        {
            await client.LoseAsync();
            seen.AddRange(NumbersOf(client));
            var offset = seen.Count == 0 ? "" : $",\"offset\":\"{seen[^1]}\"";
            (client, var sameId, _) = await JoinAsync(world, $$"""0{"pid":"{{pid}}"{{offset}}}""");
            Assert.Equal(id, sameId);
        }
        while (!emitting.IsCompleted);

        await emitting;
        // Before it is told that it has joined, and while what it has missed follows, the last is not there yet; unless it was there the time before.
        await Eventually.TrueAsync(() => seen.Contains(Emitters * Each) || NumbersOf(client).LastOrDefault() == Emitters * Each);
        seen.AddRange(NumbersOf(client));
        Assert.Equal(Enumerable.Range(1, Emitters * Each), seen);
    }

    private static IEnumerable<int> NumbersOf(TestClient client)
        => client.Connection.Sent.Skip(1).Select(static packet => int.Parse(packet.AsSpan(7, packet.Length - 9), System.Globalization.CultureInfo.InvariantCulture));

    private SocketWorld World(Action<SocketIOOptions>? configure = null) => new(
        ns => ns
            .Use((_, next) => { _filtered++; return next(); })
            .OnConnect(socket =>
            {
                _connects.Add(socket.IsRecovered);
                if (socket.IsRecovered)
                    return default;
                socket.Data["key"] = "kept";
                return socket.JoinAsync("room");
            }),
        options: options =>
        {
            options.Recovery.Enabled = true;
            configure?.Invoke(options);
        });

    private static async Task<(TestClient Client, string Id, string Secret)> JoinAsync(SocketWorld world, string packet, string? user = null)
    {
        var client = world.Connect(user).Send(packet);
        var reply = await client.NextAsync();
        Assert.StartsWith("0{\"sid\":", reply);
        using var json = JsonDocument.Parse(reply[1..]);
        return (client, json.RootElement.GetProperty("sid").GetString()!, json.RootElement.GetProperty("pid").GetString()!);
    }
}
