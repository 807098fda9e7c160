using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Connections;

public sealed class JoiningTests
{
    [Fact]
    public async Task A_client_that_joins_is_told_an_id_of_its_own_in_each_namespace()
    {
        var world = new SocketWorld(io => io.Namespace("/", _ => { }).Namespace("chat", _ => { }));
        var client = world.Connect();

        var first = await client.JoinAsync();
        var second = await client.JoinAsync("/chat");

        Assert.Equal(20, first.Length);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_reply_comes_before_what_the_connect_handler_emits()
    {
        var world = new SocketWorld(ns => ns.OnConnect(async socket =>
        {
            await socket.JoinAsync("lobby");
            await socket.EmitAsync("auth", socket.Handshake.Auth);
            await socket.In("lobby").EmitAsync("joined", socket.Id);
        }));
        var client = world.Connect();

        var id = await client.JoinAsync(auth: """{"token":"123"}""");

        Assert.Equal("""2["auth",{"token":"123"}]""", await client.NextAsync());
        Assert.Equal($"""2["joined","{id}"]""", await client.NextAsync());
    }

    [Fact]
    public async Task What_the_connect_handler_emits_waits_until_the_client_could_read_the_reply()
    {
        var time = new HeldTime();
        var client = new SocketWorld(ns => ns.OnConnect(socket => socket.EmitAsync("hello")), time: time).Connect();

        await client.JoinAsync();
        var wait = await time.FirstWaitAsync();

        // The clock behind timers may have steps of four milliseconds.
        Assert.InRange(wait, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10));
        Assert.Single(client.Connection.Sent);
        time.Release();
        Assert.Equal("""2["hello"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Nothing_waits_where_the_connect_handler_emits_nothing()
    {
        var client = new SocketWorld(ns => ns.On("ask", (socket, _) => socket.EmitAsync("answer")), time: new HeldTime()).Connect();

        await client.JoinAsync();
        client.Send("2[\"ask\"]");

        Assert.Equal("""2["answer"]""", await client.NextAsync());
    }

    [Theory]
    [InlineData("""{"token":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"a":[{"b":"x\ud800\ud800"}]}""")]
    public async Task A_client_whose_auth_is_no_text_is_refused(string auth)
    {
        var client = new SocketWorld(ns => ns.OnConnect(socket => socket.EmitAsync("auth", socket.Handshake.Auth))).Connect();

        client.Send("0" + auth);
        Assert.Equal("""4{"message":"Invalid auth payload"}""", await client.NextAsync());

        await client.JoinAsync(auth: """{"token":"\ud83d\ude00"}""");
        Assert.StartsWith("2[\"auth\",", await client.NextAsync());
    }

    [Fact]
    public async Task Auth_is_an_empty_object_where_the_client_sends_none()
    {
        var client = new SocketWorld(ns => ns.OnConnect(socket => socket.EmitAsync("auth", socket.Handshake.Auth))).Connect();

        await client.JoinAsync();

        Assert.Equal("""2["auth",{}]""", await client.NextAsync());
    }

    [Theory]
    [InlineData("0[]")]
    [InlineData("0\"text\"")]
    [InlineData("0null")]
    [InlineData("0{}x")]
    [InlineData("0{")]
    [InlineData("2[\"early\"]")]
    [InlineData("1")]
    [InlineData("30[]")]
    [InlineData("4{}")]
    [InlineData("")]
    [InlineData("7")]
    public async Task What_may_not_come_first_closes_the_connection(string packet)
    {
        var client = new SocketWorld(_ => { }, options: null).Connect().Send(packet);

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
        Assert.Empty(client.Connection.Sent);
    }

    [Fact]
    public async Task A_second_join_of_a_namespace_closes_the_connection()
    {
        var client = new SocketWorld(_ => { }, options: null).Connect();
        await client.JoinAsync();

        client.Send("0");

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task An_unknown_namespace_is_refused_and_the_connection_stays()
    {
        var client = new SocketWorld(_ => { }, options: null).Connect().Send("0/random,");

        Assert.Equal("""4/random,{"message":"Invalid namespace"}""", await client.NextAsync());
        await client.JoinAsync();
    }

    [Fact]
    public async Task A_refusal_has_a_message_and_data()
    {
        var disconnected = false;
        var world = new SocketWorld(ns => ns
            .Use((socket, next) => socket.Handshake.Auth.TryGetProperty("token", out _)
                ? next()
                : throw new SocketIORefusedException("not authorized", new SocketWorld.Say("Please retry later")))
            .OnDisconnect((_, _) => { disconnected = true; return default; }));
        var client = world.Connect().Send("0");

        Assert.Equal("""4{"message":"not authorized","data":{"text":"Please retry later"}}""", await client.NextAsync());
        await client.JoinAsync(auth: """{"token":1}""");
        Assert.False(disconnected);
    }

    [Fact]
    public async Task A_filter_that_does_not_go_on_refuses_the_client()
    {
        var client = new SocketWorld((SocketIONamespaceBuilder ns) => ns.Use((_, _) => default)).Connect().Send("0");

        Assert.Equal("""4{"message":"Connection refused"}""", await client.NextAsync());
    }

    [Fact]
    public async Task A_connect_handler_that_fails_tells_the_client_nothing_of_why()
    {
        var client = new SocketWorld(ns => ns.OnConnect(_ => throw new InvalidOperationException("secret"))).Connect().Send("0");

        Assert.Equal("""4{"message":"Internal server error"}""", await client.NextAsync());
    }

    [Fact]
    public async Task What_a_refused_client_was_emitted_never_reaches_it()
    {
        var client = new SocketWorld(ns => ns.OnConnect(async socket =>
        {
            await socket.EmitAsync("secret");
            throw new SocketIORefusedException();
        })).Connect().Send("0");

        Assert.Equal("""4{"message":"Connection refused"}""", await client.NextAsync());
        await client.LoseAsync();
        Assert.Single(client.Connection.Sent);
    }

    [Fact]
    public async Task Leaving_and_joining_again_in_one_payload_gives_a_new_id()
    {
        var client = new SocketWorld(_ => { }, options: null).Connect();
        var first = await client.JoinAsync();

        client.Send("1", "0");

        var reply = await client.NextAsync();
        Assert.StartsWith("0{\"sid\"", reply);
        Assert.DoesNotContain(first, reply);
    }

    [Fact]
    public async Task More_namespaces_than_allowed_are_refused()
    {
        var client = new SocketWorld(
            io => io.Namespace("/", _ => { }).Namespace("/a", _ => { }), options => options.MaxNamespacesPerConnection = 1).Connect();
        await client.JoinAsync();

        client.Send("0/a,");

        Assert.Equal("""4/a,{"message":"Too many namespaces"}""", await client.NextAsync());
    }

    [Fact]
    public async Task A_connection_lost_while_it_joins_leaves_nothing_behind()
    {
        var joining = new TaskCompletionSource();
        var world = new SocketWorld(ns => ns.OnConnect(async socket =>
        {
            await socket.JoinAsync("lobby");
            await joining.Task;
        }));
        var client = world.Connect().Send("0");
        await Eventually.TrueAsync(() => world.Directory.Of("/").RoomNames.Contains("lobby"));

        client.Connection.Close(EngineIOCloseReason.TransportClose);
        joining.SetResult();
        await client.ClosedAsync();

        Assert.Empty(client.Connection.Sent);
        Assert.Empty(world.Directory.Of("/").RoomNames);
    }
}
