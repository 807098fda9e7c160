using ProtocolServer.Endpoints;

namespace SockJS.Conformance.Sessions;

/// <summary>A client that does not read cannot make the server pile up messages.</summary>
[OwnServer]
public sealed class SlowClientTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task A_client_that_does_not_read_is_closed()
    {
        var (server, url) = await OverflowAsync(SlowClientPolicy.Close);

        await Eventually.IsTrueAsync(async () => (await server.PostAsync(url + "/xhr")).Body == "c[3008,\"Too slow\"]\n");
    }

    [Fact]
    public async Task The_newest_messages_are_dropped_where_the_policy_says_so()
    {
        var (server, url) = await OverflowAsync(SlowClientPolicy.DropNewest);

        Assert.Equal("""a["0","1","2","3","4"]""" + "\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task The_oldest_messages_are_dropped_where_the_policy_says_so()
    {
        var (server, url) = await OverflowAsync(SlowClientPolicy.DropOldest);

        Assert.Equal("""a["5","6","7","8","9"]""" + "\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task A_slow_client_delays_no_other()
    {
        var (server, _) = await OverflowAsync(SlowClientPolicy.DropNewest);
        var socket = await server.OpenWebSocketAsync(NewSession("/broadcast") + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        await server.Services.GetRequiredService<ISockJSClients<Broadcast>>().All.SendAsync("news");

        Assert.Equal("a[\"news\"]", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task A_socket_that_is_not_read_is_given_up()
    {
        var server = StartRecorder(
            options =>
            {
                options.SendTimeout = TimeSpan.FromSeconds(1);
                options.MaxMessageSize = 4 * 1024 * 1024;
            },
            out var log);
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());

        // More than all buffers on the way hold together.
        var message = "[\"" + new string('x', 3 * 1024 * 1024) + "\"]";
        _ = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await socket.SendAsync(message);
        });

        Assert.Equal(SockJSCloseKind.TooSlow, (await log.NextAsync()).Kind);
    }

    [Theory]
    [InlineData("POST", "/xhr_streaming")]
    [InlineData("GET", "/eventsource")]
    public async Task A_stream_that_is_not_read_is_given_up(string method, string path)
    {
        var server = StartRecorder(
            options =>
            {
                options.SendTimeout = TimeSpan.FromSeconds(1);
                options.MaxMessageSize = 4 * 1024 * 1024;
                options.ResponseLimit = int.MaxValue;
            },
            out var log);
        var url = NewSession();
        var stream = await server.OpenAsync(new HttpCall(method, url + path));
        Expect.Status(200, stream.Reply);

        var message = "[\"" + new string('x', 3 * 1024 * 1024) + "\"]";
        for (var i = 0; i < 20 && log.Reasons.IsEmpty; i++)
            await server.PostAsync(url + "/xhr_send", message);

        Assert.Equal(SockJSCloseKind.TooSlow, (await log.NextAsync()).Kind);
    }

    /// <summary>Opens a session that nobody polls, whose buffer holds five messages, and broadcasts ten.</summary>
    private async Task<(LiveServer Server, string Url)> OverflowAsync(SlowClientPolicy policy)
    {
        var server = Start(
            services => services.AddSockJS(OpenToAll),
            app => app.MapSockJS<Broadcast>("/broadcast", options =>
            {
                options.SlowClientPolicy = policy;
                options.SendBufferMessages = 5;
            }));
        var url = NewSession("/broadcast");
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        var all = server.Services.GetRequiredService<ISockJSClients<Broadcast>>().All;
        await Eventually.IsTrueAsync(() => all.Count == 1);

        for (var i = 0; i < 10; i++)
            await all.SendAsync($"{i}");
        return (server, url);
    }
}
