using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Dispatch;
using SockJS.SocketIO.Tests.Support;
using SockJS.Tests.Support;

namespace SockJS.SocketIO.Tests.Diagnostics;

public sealed class SocketMetricsTests : IDisposable
{
    private const string Durations = "sockjs.server.handler.duration";

    private readonly MetricsRecorder _metrics = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Sockets_are_counted_by_the_namespace_that_was_mapped_and_not_by_its_children()
    {
        var world = World(io => io.Namespace("/", _ => { }).Namespace("/org-{id}", _ => { }));
        var client = world.Connect();
        await client.JoinAsync();
        await client.JoinAsync("/org-1");
        await client.JoinAsync("/org-2");
        await world.Connect().JoinAsync();

        Assert.Equal(
            ["2 sockjs.endpoint=/socket.io, sockjs.namespace=/", "2 sockjs.endpoint=/socket.io, sockjs.namespace=/org-{id}"],
            _metrics.Observe("sockjs.server.active_sockets").Select(one => $"{one.Value} {one.TagText}").Order(StringComparer.Ordinal));
        await client.LoseAsync();
        Assert.Equal(1, _metrics.Now("sockjs.server.active_sockets"));
    }

    [Fact]
    public async Task Events_are_counted_and_packets_that_are_none_are_not()
    {
        var world = World(io => io.Namespace("/", ns => ns
            .On("say", async (socket, arguments, ack) =>
            {
                await ack.SendAsync();
                await socket.EmitAsync("said");
                await socket.In("all").EmitAsync("said");
            })
            .OnConnect(socket => socket.JoinAsync("all"))));
        var (client, other) = (world.Connect(), world.Connect());
        await client.JoinAsync();
        await other.JoinAsync();
        client.Send("""21["say"]""", """2["nobody listens"]""");
        await client.NextAsync();
        await client.NextAsync();
        await client.NextAsync();
        await other.NextAsync();

        await Eventually.TrueAsync(() => _metrics.Sum("sockjs.server.received_events") == 2);
        Assert.Equal(3, _metrics.Sum("sockjs.server.sent_events"));
        Assert.Equal("sockjs.endpoint=/socket.io, sockjs.namespace=/", _metrics.Of("sockjs.server.sent_events")[0].TagText);
    }

    [Fact]
    public async Task Answers_that_do_not_come_in_time_are_counted()
    {
        var world = World(io => io.Namespace("/", _ => { }), options => options.AckTimeout = TimeSpan.FromMilliseconds(20));
        var (client, other) = (world.Connect(), world.Connect());
        var id = await client.JoinAsync();
        await other.JoinAsync();
        var namespaces = world.Directory.Of("/");
        // They hear of it before they are in.
        await Eventually.TrueAsync(() => namespaces.Find(id) is not null);

        await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => namespaces.Find(id)!.EmitWithAckAsync<string>("one", TestContext.Current.CancellationToken));
        Assert.Equal(1, _metrics.Sum("sockjs.server.timed_out_acks"));
        await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => namespaces.EmitWithAckAsync<string>("all", TestContext.Current.CancellationToken));
        Assert.Equal(3, _metrics.Sum("sockjs.server.timed_out_acks"));
    }

    [Fact]
    public async Task A_client_that_comes_back_in_time_is_counted()
    {
        var world = World(io => io.Namespace("/", ns => ns.On("say", (socket, _, _) => socket.EmitAsync("said"))), options => options.Recovery.Enabled = true);
        var client = world.Connect();
        client.Send("0", """2["say"]""");
        var secret = (await client.NextAsync()).Split("\"pid\":\"")[1].TrimEnd('"', '}');
        var offset = (await client.NextAsync()).Split(',')[1].Trim('"', ']');
        await client.LoseAsync();
        var back = world.Connect();
        back.Send($$"""0{"pid":"{{secret}}","offset":"{{offset}}"}""");
        await back.NextAsync();

        Assert.Equal("sockjs.endpoint=/socket.io, sockjs.namespace=/", Assert.Single(_metrics.Of("sockjs.server.recovered_sockets")).TagText);
    }

    [Theory]
    [InlineData("""["fine"]""", "sockjs.endpoint=/socket.io, sockjs.message=fine, sockjs.namespace=/a-{id}")]
    [InlineData("""["fail"]""", "error.type=System.InvalidOperationException, sockjs.endpoint=/socket.io, sockjs.message=fail, sockjs.namespace=/a-{id}")]
    [InlineData("""["made up"]""", "sockjs.endpoint=/socket.io, sockjs.namespace=/a-{id}")]
    public async Task The_time_a_handler_takes_is_recorded_with_the_event_that_it_is_for(string received, string tags)
    {
        var client = World(io => io.Namespace("/a-{id}", ns => ns
            .On("fine", (_, _, _) => default)
            .On("fail", async (_, _, _) =>
            {
                await Task.Yield();
                throw new InvalidOperationException("bug");
            })
            .OnAny((_, _, _, _) => default))).Connect();
        await client.JoinAsync("/a-1");
        client.Send("2/a-1," + received);

        await Eventually.TrueAsync(() => _metrics.Of(Durations).Count == 1);
        Assert.Equal(tags, _metrics.Of(Durations)[0].TagText);
    }

    [Fact]
    public async Task What_a_method_does_not_take_is_recorded_with_what_is_wrong_with_it()
    {
        await using var services = new ServiceCollection().AddLogging().AddScoped<Diary>().BuildServiceProvider();
        var client = World(io => io.Namespace<TestNamespace>(), services: services).Connect();
        await client.JoinAsync("/test-1");
        client.Send("""2/test-1,["add","one"]""", """2/test-1,["add",1]""");

        await Eventually.TrueAsync(() => _metrics.Of(Durations).Count == 2);
        Assert.Equal(
            [
                "error.type=invalid_payload, sockjs.endpoint=/socket.io, sockjs.message=add, sockjs.namespace=/test-{id}",
                "sockjs.endpoint=/socket.io, sockjs.message=add, sockjs.namespace=/test-{id}",
            ],
            _metrics.Of(Durations).Select(one => one.TagText));
    }

    private SocketWorld World(Action<SocketIOBuilder> namespaces, Action<SocketIOOptions>? configure = null, IServiceProvider? services = null)
        => new(namespaces, configure, services: services, metrics: _metrics);
}
