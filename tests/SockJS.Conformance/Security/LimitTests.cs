using System.Text;

namespace SockJS.Conformance.Security;

/// <summary>What a client may make the server hold.</summary>
public sealed class LimitTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const int MaxMessageSize = 1000;

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    [OwnServer]
    public async Task A_body_up_to_the_limit_is_taken_and_a_larger_one_is_refused(string send)
    {
        var server = StartSmall();
        var url = NewSession();
        await server.PostAsync(url + "/xhr");

        Expect.Status(413, await server.PostAsync($"{url}/{send}", Body(MaxMessageSize + 1)));

        Assert.True((await server.PostAsync($"{url}/{send}", Body(MaxMessageSize))).Status is 200 or 204);
        Assert.Equal("a" + Body(MaxMessageSize) + "\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    [OwnServer]
    public async Task A_body_of_unknown_length_is_refused_once_it_is_too_large(string send)
    {
        var server = StartSmall();
        var url = NewSession();
        await server.PostAsync(url + "/xhr");
        var connection = await server.ConnectHttpAsync();

        await connection.WriteAsync(HttpCall.Post($"{url}/{send}", ("Transfer-Encoding", "chunked")) with { StatesLength = false });
        var chunk = Encoding.Latin1.GetBytes($"64\r\n{new string('x', 100)}\r\n");
        for (var i = 0; i < 20; i++)
            await connection.Wire.TryWriteAsync(chunk);

        Expect.Status(413, await HttpReply.ReadHeadAsync(connection.Wire, "POST"));
    }

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    public async Task A_body_that_is_announced_too_large_is_not_waited_for(string send)
    {
        var connection = await Server.ConnectHttpAsync();

        var reply = await connection.OpenAsync(HttpCall.Post($"{NewSession()}/{send}", ("Content-Length", "100000000")) with { StatesLength = false });

        Expect.Status(413, reply);
    }

    [Fact]
    [OwnServer]
    public async Task A_page_can_read_that_its_message_was_too_large()
    {
        var server = StartSmall();

        var reply = await server.PostAsync(NewSession() + "/xhr_send", Body(MaxMessageSize + 1), ("Origin", "https://a.example"));

        Expect.Status(413, reply);
        Expect.Cors("https://a.example", reply);
    }

    [Theory]
    [InlineData("/echo/000/limits/websocket", 1)]
    [InlineData("/echo/websocket", 1)]
    [InlineData("/echo/000/limits/websocket", 7)]
    [InlineData("/echo/websocket", 7)]
    [OwnServer]
    public async Task A_websocket_message_up_to_the_limit_is_taken_and_a_larger_one_closes_with_1009(string path, int fragments)
    {
        var server = StartSmall();
        var socket = await server.OpenWebSocketAsync(path);
        var framed = path != "/echo/websocket";
        if (framed)
            Assert.Equal("o", await socket.ReadTextAsync());

        await SendAsync(MaxMessageSize);
        Assert.Equal((framed ? "a" : "") + Body(MaxMessageSize), await socket.ReadTextAsync());
        await SendAsync(MaxMessageSize + 1);
        Assert.Equal(1009, (await socket.ReadCloseAsync()).CloseCode);

        async Task SendAsync(int size)
        {
            var pieces = Encoding.UTF8.GetBytes(Body(size)).Chunk((size / fragments) + 1).ToArray();
            for (var i = 0; i < pieces.Length; i++)
            {
                await socket.SendAsync(new WebSocketFrame(i == 0 ? WebSocketFrame.Text : WebSocketFrame.Continuation, pieces[i])
                {
                    IsFinal = i == pieces.Length - 1,
                });
            }
        }
    }

    [Theory]
    [InlineData("/echo/000/limits/websocket")]
    [InlineData("/echo/websocket")]
    [OwnServer]
    public async Task A_ping_inside_a_message_is_no_part_of_its_size(string path)
    {
        var server = StartSmall();
        var socket = await server.OpenWebSocketAsync(path);
        if (path != "/echo/websocket")
            Assert.Equal("o", await socket.ReadTextAsync());

        await socket.SendAsync(WebSocketFrame.OfText(Body(MaxMessageSize)) with { IsFinal = false });
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, new byte[125]));
        Assert.Equal(WebSocketFrame.Pong, (await socket.ReadFrameAsync()).Opcode);
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, []));

        Assert.EndsWith(Body(MaxMessageSize), await socket.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_websocket_message_that_is_announced_too_large_is_not_waited_for()
    {
        foreach (var path in new[] { "/echo/000/limits/websocket", "/echo/websocket" })
        {
            var socket = await Server.OpenWebSocketAsync(path);
            if (path != "/echo/websocket")
                Assert.Equal("o", await socket.ReadTextAsync());

            // Less than the announced gigabyte follows, but more than the limit.
            var frame = new WebSocketFrame(WebSocketFrame.Text, new byte[200_000]) { ClaimedLength = 1 << 30 };
            await socket.SendAsync(frame);

            Assert.Equal(1009, (await socket.ReadDataAsync()).CloseCode);
        }
    }

    [Fact]
    [OwnServer]
    public async Task One_session_more_than_allowed_is_unavailable_until_another_ends()
    {
        var server = StartEcho(options => options.MaxSessions = 2);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        var stream = await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
        Expect.Status(200, stream.Reply);

        Assert.All(await Calls.OpenReceiversAsync(server, "/echo"), r => Expect.Status(503, r.Reply));
        Expect.Status(503, await server.SendAsync(WebSocketClient.Upgrade(NewSession() + "/websocket")));
        Expect.Status(503, await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket")));
        Expect.Cors("https://a.example", await server.PostAsync(NewSession() + "/xhr", ("Origin", "https://a.example")));

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr")).Body);

        await stream.CloseAsync();
        await Eventually.IsTrueAsync(async () => (await server.PostAsync(NewSession() + "/xhr")).Status == 200);
    }

    [Fact]
    [OwnServer]
    public async Task Sockets_count_as_sessions_and_free_their_place_when_they_end()
    {
        var server = StartEcho(options => options.MaxSessions = 1);
        for (var i = 0; i < 5; i++)
        {
            await Eventually.IsTrueAsync(async () => (await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket"))).Status == 101);
            await Eventually.IsTrueAsync(async () =>
            {
                var stream = await server.OpenAsync(WebSocketClient.Upgrade(NewSession() + "/websocket"));
                await stream.CloseAsync();
                return stream.Reply.Status == 101;
            });
        }
    }

    private static string Body(int size) => "[\"" + new string('x', size - 4) + "\"]";

    private LiveServer StartSmall() => StartEcho(options => options.MaxMessageSize = MaxMessageSize);
}
