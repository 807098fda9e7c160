using System.Collections.Concurrent;
using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class BackplaneTests : IDisposable
{
    private readonly SessionWorld _here = new();
    private readonly SessionWorld _there = new();
    private readonly Bus _bus = new();
    private readonly EndpointClients _one;
    private readonly EndpointClients _two;

    public BackplaneTests()
    {
        _one = new EndpointClients("/chat", _bus.Server(), _here.Log.CreateLogger("test"));
        _two = new EndpointClients("/chat", _bus.Server(), _there.Log.CreateLogger("test"));
        _one.Add(_here.Table, TestFormats.Default);
        _two.Add(_there.Table, TestFormats.Default);
    }

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public async Task A_message_to_all_and_to_a_user_reaches_the_connections_of_other_servers()
    {
        var (_, near) = await _here.ConnectAsync(user: "ann");
        var (_, far) = await _there.ConnectAsync(user: "ann");
        await _one.All.SendAsync("to all");
        await _one.User("ann").SendAsync("to ann");
        await _one.User("bob").SendAsync("to bob");

        Assert.All([near, far], static sink => Assert.Equal(["to all", "to ann"], sink.Messages));
    }

    [Fact]
    public async Task A_connection_of_another_server_is_reached_left_out_and_closed_by_its_id()
    {
        var (_, near) = await _here.ConnectAsync();
        var (session, far) = await _there.ConnectAsync();
        await _one.All.Except(session).SendAsync("to the others");
        await _one.Connection(session.Id).SendAsync("to this one");
        await _one.Connection(session.Id).CloseAsync(4000, "Enough");

        Assert.Equal(["o", "a[\"to the others\"]"], near.Frames);
        Assert.Equal(["o", "a[\"to this one\"]", "c[4000,\"Enough\"]"], far.Frames);
    }

    [Fact]
    public async Task A_connection_of_this_server_is_reached_without_the_backplane()
    {
        var (session, near) = await _here.ConnectAsync();
        await _one.Connection(session.Id).SendAsync("to this one");

        Assert.Equal(["to this one"], near.Messages);
        Assert.Empty(_bus.Published);
    }

    [Fact]
    public async Task A_published_message_says_what_it_is_and_whom_it_is_for()
    {
        await _one.Group("lobby").Except("one").WithKey("oil").Except("two").SendAsync("text");
        await _one.User("ann").CloseAsync(4000, "Enough");

        Assert.Collection(
            _bus.Published,
            static message =>
            {
                Assert.Equal(("/chat", BackplaneTarget.Group, "lobby"), (message.Endpoint, message.Target, message.TargetName));
                Assert.Equal(["one", "two"], message.ExceptIds);
                Assert.Equal("oil", message.Key);
                Assert.Equal("text", message.Message?.ToString());
            },
            static message =>
            {
                Assert.Equal(("/chat", BackplaneTarget.User, "ann"), (message.Endpoint, message.Target, message.TargetName));
                Assert.Equal((4000, "Enough"), (message.CloseCode, message.CloseReason));
                Assert.Null(message.Message);
            });
    }

    [Fact]
    public async Task A_message_for_several_groups_reaches_whoever_is_in_any_of_them_and_in_none_of_those_left_out()
    {
        var (both, sinkOfBoth) = await _here.ConnectAsync();
        var (muted, sinkOfMuted) = await _there.ConnectAsync();
        Join(_one, both, "red", "blue");
        Join(_two, muted, "blue", "muted");
        await _bus.Server().PublishAsync(
            new BackplaneMessage("/chat", BackplaneTarget.Groups, "", new PreparedMessage("text")) { TargetGroups = ["red", "blue"], ExceptGroups = ["muted"] },
            CancellationToken.None);

        Assert.Equal(["text"], sinkOfBoth.Messages);
        Assert.Empty(sinkOfMuted.Messages);
    }

    [Fact]
    public async Task A_message_lets_connections_of_other_servers_join_leave_and_go()
    {
        var (near, _) = await _here.ConnectAsync();
        var (far, sink) = await _there.ConnectAsync();
        var bus = _bus.Server();
        await bus.PublishAsync(new BackplaneMessage("/chat", BackplaneTarget.All, "", BackplaneAction.Join) { Groups = ["red", "blue"] }, CancellationToken.None);
        await bus.PublishAsync(
            new BackplaneMessage("/chat", BackplaneTarget.All, "", BackplaneAction.Leave) { Groups = ["blue"], ExceptIds = [near.Id] }, CancellationToken.None);
        Assert.Equal(["blue", "red"], near.Groups.Order());
        Assert.Equal(["red"], far.Groups);

        await bus.PublishAsync(new BackplaneMessage("/chat", BackplaneTarget.Connection, far.Id, BackplaneAction.Disconnect), CancellationToken.None);
        Assert.Equal(["o", "c[1000,\"Normal closure\"]"], sink.Frames);
        Assert.True(near.IsOpen);
    }

    [Fact]
    public async Task A_connection_in_too_many_groups_keeps_nobody_else_from_joining()
    {
        _here.Options.MaxGroupsPerConnection = 1;
        var (full, _) = await _here.ConnectAsync();
        var (free, _) = await _here.ConnectAsync();
        await full.JoinAsync("other");
        var joining = _bus.Server().PublishAsync(
            new BackplaneMessage("/chat", BackplaneTarget.All, "", BackplaneAction.Join) { Groups = ["red"] }, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => joining.AsTask());
        Assert.Equal(["red"], free.Groups);
        Assert.Equal(["other"], full.Groups);
    }

    [Fact]
    public async Task Frames_of_another_protocol_are_refused()
    {
        var (_, sink) = await _here.ConnectAsync();
        var message = new BackplaneMessage("/chat", BackplaneTarget.All, "", PreparedMessage.FromFrames(new byte[] { 0x81, 1, 0x34 }));

        await Assert.ThrowsAsync<ArgumentException>(() => _bus.Server().PublishAsync(message, CancellationToken.None).AsTask());
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task Nothing_arrives_after_the_end_of_the_subscription()
    {
        var (_, far) = await _there.ConnectAsync();
        _two.Dispose();
        await _one.All.SendAsync("late");

        Assert.Empty(far.Messages);
    }

    [Fact]
    public void Two_endpoints_of_one_process_cannot_have_the_same_name()
    {
        var backplane = new InProcessBackplane();
        var first = backplane.Subscribe("/chat", static (_, _) => default);
        Assert.Throws<InvalidOperationException>(() => backplane.Subscribe("/chat", static (_, _) => default));
        first.Dispose();

        backplane.Subscribe("/chat", static (_, _) => default).Dispose();
    }

    private static void Join(EndpointClients clients, SockJSConnection connection, params string[] groups)
    {
        var membership = clients.Admit(connection, maxGroups: 10);
        Assert.All(groups, group => Assert.True(membership.Join(group)));
    }

    /// <summary>Connects servers, each of which has a backplane of its own.</summary>
    private sealed class Bus
    {
        private readonly ConcurrentBag<InProcessBackplane> _servers = [];

        public ConcurrentQueue<BackplaneMessage> Published { get; } = new();

        public IBackplane Server()
        {
            var local = new InProcessBackplane();
            _servers.Add(local);
            return new Connector(this, local);
        }

        private sealed class Connector(Bus bus, InProcessBackplane local) : IBackplane
        {
            public async ValueTask PublishAsync(BackplaneMessage message, CancellationToken cancellationToken)
            {
                bus.Published.Enqueue(message);
                foreach (var server in bus._servers)
                    await server.PublishAsync(message, cancellationToken);
            }

            public IDisposable Subscribe(string endpoint, Func<BackplaneMessage, CancellationToken, ValueTask> deliver) => local.Subscribe(endpoint, deliver);
        }
    }
}
