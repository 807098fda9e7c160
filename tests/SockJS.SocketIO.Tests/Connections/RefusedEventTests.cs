using System.Text.Json;
using Microsoft.Extensions.Logging;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Connections;

/// <summary>What becomes of events that a delegate can do nothing with, because of what the client has sent.</summary>
public sealed class RefusedEventTests
{
    [Theory]
    [InlineData("""2["sum","x",2]""", false)]
    [InlineData("""2["sum","x",2]""", true)]
    [InlineData("""2["sum",{},[]]""", true)]
    [InlineData("""2["sum",1]""", false)]
    [InlineData("""2["sum"]""", true)]
    public async Task They_are_logged_as_those_of_classes_are_and_the_connection_stays(string packet, bool waits)
    {
        var world = World(waits);
        var client = world.Connect();
        await client.JoinAsync();

        client.Send(packet, """2["sum",1,2]""");

        Assert.Equal("""2["sum",3]""", await client.NextAsync());
        var (level, name, _) = Assert.Single(world.Log.Lines);
        Assert.Equal((LogLevel.Warning, "EventRefused"), (level, name));
    }

    [Fact]
    public async Task They_close_the_connection_where_the_options_say_so()
    {
        var client = World(waits: true, options => options.CloseOnInvalidEvents = true).Connect();
        await client.JoinAsync();

        client.Send("""2["sum","x",2]""");

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task What_a_filter_finds_wrong_counts_too()
    {
        var world = new SocketWorld(ns => ns
            .UseEvents((context, next) => context.Arguments.Get<int>(0) > 0 ? next() : default)
            .On("go", static (socket, _) => socket.EmitAsync("gone")));
        var client = world.Connect();
        await client.JoinAsync();

        client.Send("""2["go","x"]""", """2["go",1]""");

        Assert.Equal("""2["gone"]""", await client.NextAsync());
        Assert.Equal("EventRefused", Assert.Single(world.Log.Lines).Event);
    }

    [Fact]
    public async Task What_a_handler_does_wrong_itself_is_an_error()
    {
        var world = new SocketWorld(ns => ns
            .On("json", static (_, _) => throw new JsonException())
            .On("range", static (_, arguments) => throw new ArgumentOutOfRangeException(arguments.Get<string>(0)))
            .On("index", static (_, arguments) => throw new InvalidOperationException(arguments.Get<string>(-1)))
            .On("done", static (socket, _) => socket.EmitAsync("done")));
        var client = world.Connect();
        await client.JoinAsync();

        client.Send("""2["json"]""", """2["range","name"]""", """2["index","name"]""", """2["done"]""");

        Assert.Equal("""2["done"]""", await client.NextAsync());
        Assert.Equal([LogLevel.Error, LogLevel.Error, LogLevel.Error], world.Log.Lines.Select(static line => line.Level));
    }

    [Theory]
    [InlineData("""2["pass","\ud800"]""")]
    [InlineData("""2["pass",[{"a\udc00":1}]]""")]
    public async Task Halves_of_characters_are_found_before_a_handler_passes_them_on(string packet)
    {
        var world = new SocketWorld(ns => ns.On("pass", static (socket, arguments) => socket.EmitAsync("passed", arguments.Get<JsonElement>(0))));
        var client = world.Connect();
        await client.JoinAsync();

        client.Send(packet, """2["pass","\ud83d\ude00"]""");

        Assert.Equal("""2["passed","\uD83D\uDE00"]""", await client.NextAsync());
        Assert.Equal("EventRefused", Assert.Single(world.Log.Lines).Event);
    }

    [Fact]
    public async Task A_client_is_refused_whose_auth_payload_is_something_else()
    {
        var world = new SocketWorld(ns => ns.OnConnect(static socket =>
        {
            socket.Handshake.GetAuth<int[]>();
            return default;
        }));

        var client = world.Connect().Send("0{}");

        Assert.Equal("""4{"message":"Invalid auth payload"}""", await client.NextAsync());
        Assert.Equal((LogLevel.Warning, "EventRefused"), Assert.Single(world.Log.Lines) is var (level, name, _) ? (level, name) : default);
    }

    private static SocketWorld World(bool waits, Action<SocketIOOptions>? configure = null) => new(
        ns => ns.On("sum", async (socket, arguments) =>
        {
            if (waits)
                await Task.Yield();
            await socket.EmitAsync("sum", arguments.Get<int>(0) + arguments.Get<int>(1));
        }),
        options: configure);
}
