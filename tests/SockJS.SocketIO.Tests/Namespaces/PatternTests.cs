using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Namespaces;

public sealed class PatternTests
{
    private readonly SocketWorld _world = new(
        (SocketIOBuilder io) => io
            .Namespace("/{any}-{id}", ns => ns.OnConnect(static socket => socket.EmitAsync("second", socket.NamespaceValues["id"])))
            .Namespace("/org-{id}", ns => ns.OnConnect(static socket => socket.EmitAsync("third", socket.NamespaceValues["id"])))
            .Namespace("/org-0", ns => ns.OnConnect(static socket => socket.EmitAsync("named"))),
        options => options.MaxChildNamespaces = 2);

    [Theory]
    [InlineData("/org-0", "2/org-0,[\"named\"]")]
    [InlineData("/org-7", "2/org-7,[\"second\",\"7\"]")]
    [InlineData("/a-b-c", "2/a-b-c,[\"second\",\"b-c\"]")]
    public async Task A_name_goes_before_patterns_and_these_in_their_order(string name, string packet)
    {
        var client = _world.Connect();

        await client.JoinAsync(name);

        Assert.Equal(packet, await client.NextAsync());
    }

    [Theory]
    [InlineData("/org-")]
    [InlineData("/-1")]
    [InlineData("/org-1/2")]
    [InlineData("/org")]
    [InlineData("/{any}-{id}")]
    [InlineData("/a-{")]
    [InlineData("/a-}")]
    [InlineData("/a-\u001f")]
    [InlineData("/a-\u2028")]
    [InlineData("/a-\u2029")]
    public async Task What_does_not_fit_is_no_namespace(string name)
    {
        var client = _world.Connect().Send($"0{name},");

        Assert.Equal($$"""4{{name}},{"message":"Invalid namespace"}""", await client.NextAsync());
    }

    [Fact]
    public async Task Children_are_as_many_as_allowed_and_are_no_more_when_they_are_empty()
    {
        var client = _world.Connect();
        await client.JoinAsync("/a-1");
        await client.NextAsync();
        await client.JoinAsync("/a-2");
        await client.NextAsync();
        client.Send("0/a-3,");
        Assert.Equal("""4/a-3,{"message":"Too many namespaces"}""", await client.NextAsync());

        client.Send("1/a-1,");

        await client.JoinAsync("/a-3");
    }

    [Fact]
    public async Task A_child_that_leaves_while_something_is_written_does_not_change_where_it_goes()
    {
        var client = _world.Connect();
        await client.JoinAsync("/a-1");
        await client.NextAsync();
        await client.JoinAsync("/a-2");
        await client.NextAsync();

        await _world.Directory.Of("/{any}-{id}").EmitAsync("e", Leaving());

        Assert.Equal("""2/a-2,["e",[1]]""", await client.NextAsync());

        IEnumerable<int> Leaving()
        {
            client.Send("1/a-1,");
            var mapping = _world.Table.FindMapping("/{any}-{id}")!;
            Assert.True(SpinWait.SpinUntil(() => mapping.Tables.Count == 1, Eventually.Patience));
            yield return 1;
        }
    }

    [Fact]
    public async Task What_is_emitted_to_a_pattern_reaches_all_its_children()
    {
        var client = _world.Connect();
        await client.JoinAsync("/a-1");
        await client.NextAsync();
        await client.JoinAsync("/a-2");
        await client.NextAsync();

        await _world.Directory.Of("/{any}-{id}").EmitAsync("e", new SocketWorld.Say("x", [1]));
        await _world.Directory.Of("/a-2").EmitAsync("one");

        Assert.Equal("""51-/a-1,["e",{"text":"x","data":{"_placeholder":true,"num":0}}]""", await client.NextAsync());
        Assert.Equal("b:01", await client.NextAsync());
        Assert.Equal("""51-/a-2,["e",{"text":"x","data":{"_placeholder":true,"num":0}}]""", await client.NextAsync());
        Assert.Equal("b:01", await client.NextAsync());
        Assert.Equal("""2/a-2,["one"]""", await client.NextAsync());
    }

    [Fact]
    public async Task A_child_is_spoken_to_by_its_name_wherever_its_sockets_are()
    {
        List<BackplaneMessage> published = [];
        using var elsewhere = _world.Backplane.Subscribe("/socket.io#/org-7", (message, _) =>
        {
            published.Add(message);
            return default;
        });
        var child = _world.Directory.Of("/org-{id}").Child("/org-7");

        await child.To("red").EmitAsync("news", 1);
        await child.DisconnectAsync();

        Assert.Equal("""42/org-7,["news",1]""", System.Text.Encoding.UTF8.GetString(published[0].Message!.Frames.Span[2..]));
        Assert.Equal(BackplaneAction.Disconnect, published[1].Action);
        Assert.Empty(await child.FetchSocketsAsync());
        Assert.Empty(await child.EmitWithAckAsync<int>("who"));
    }
}
