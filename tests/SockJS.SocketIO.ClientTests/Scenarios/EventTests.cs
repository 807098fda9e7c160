using System.Text.Json;
using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

public sealed class EventTests(Browser browser, TestServer server) : ClientTest(browser, server)
{
    private const int Volatile = 300;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Arguments_of_every_shape_come_back_by_event_and_by_answer(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("events", mode));

        Assert.Equal(Arguments(seen, "sent"), Arguments(seen, "received"));
        Assert.Equal(Arguments(seen, "sent"), Arguments(seen, "answers"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Answers_come_in_both_directions_in_order_once_or_too_late(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("acks", mode));

        Assert.Equal(Enumerable.Range(0, 300), seen.GetProperty("order").EnumerateArray().Select(item => item.GetInt32()));
        Assert.Equal("operation has timed out", seen.Text("late"));
        Assert.Equal("operation has timed out", seen.Text("unknown"));
        Assert.Equal("""[{"text":"yes","proof":{"bytes":"010203"}}]""", seen.Raw("ready"));
        Assert.Equal("""["once"]""", seen.Raw("twice"));
        Assert.Equal("nothing", seen.Text("ignored"));
        Assert.Equal("alive", seen.Text("after"));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task What_may_be_dropped_comes_whole_and_in_order_where_it_comes(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("volatile", mode) { Input = new { count = Volatile } });

        var ticks = seen.EnumerateArray().Select(tick => (Number: tick[0].GetInt32(), Byte: tick[1].GetInt32())).ToList();
        Assert.All(ticks, tick => Assert.Equal(tick.Number & 255, tick.Byte));
        Assert.Equal(ticks.Select(tick => tick.Number).Distinct().Order(), ticks.Select(tick => tick.Number));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Two_bursts_that_cross_each_other_stay_in_order_while_the_connection_upgrades(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("order", mode) { Input = new { count = 2000 } });

        Assert.True(seen.Flag("echoes"));
        Assert.True(seen.Flag("numbers"));
    }

    [Theory]
    [InlineData(ClientKind.Node, ClientMode.Polling, "/socket.io/", 1_000_000)]
    [InlineData(ClientKind.Node, ClientMode.WebSocket, "/socket.io/", 1_000_000)]
    [InlineData(ClientKind.Node, ClientMode.Upgrade, "/small/", 10_000)]
    [InlineData(ClientKind.Page, ClientMode.Polling, "/small/", 10_000)]
    [InlineData(ClientKind.Page, ClientMode.WebSocket, "/small/", 10_000)]
    [InlineData(ClientKind.Page, ClientMode.Upgrade, "/socket.io/", 1_000_000)]
    public async Task A_message_just_below_the_limit_passes_and_one_above_ends_the_connection(ClientKind kind, ClientMode mode, string path, int limit)
    {
        var seen = await PlayAsync(kind, new("large", mode) { Path = path, Input = new { limit } });

        Assert.Equal(limit - 100, seen.GetProperty("text").GetInt32());
        Assert.True(seen.Flag("bytes"));
        // Over polling there is the answer to the POST and that to the poll, and it depends on which comes first.
        Assert.Contains(seen.Text("reason"), mode == ClientMode.Polling ? ["transport error", "transport close"] : new[] { "transport close" });
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task The_client_of_the_layer_below_gets_back_texts_and_bytes_across_the_upgrade(ClientKind kind, ClientMode mode)
    {
        var seen = await PlayAsync(kind, new("engine", mode) { Path = "/engine.io/", Input = new { count = 3000 } });

        Assert.True(seen.Flag("ordered"));
        Assert.Equal(mode == ClientMode.Upgrade ? 1 : 0, seen.GetProperty("upgrades").GetInt32());
    }

    private static List<string> Arguments(JsonElement seen, string property)
        => [.. seen.GetProperty(property).EnumerateArray().Select(arguments => arguments.GetRawText())];
}
