using System.Collections.Concurrent;

namespace SockJS.Conformance.Security;

/// <summary>A client that sends more than it may harms nobody but itself.</summary>
[OwnServer]
public sealed class MessageLimitTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const int Burst = 20;

    // So slow that what comes back while a test runs does not count.
    private const int SlowRate = 1;

    private readonly ConcurrentDictionary<string, int> _handled = new();

    [Theory]
    [InlineData("/echo/000/flood/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_socket_that_floods_is_closed_with_4429_and_others_notice_nothing(string path)
    {
        var server = StartLimited(MessageLimitPolicy.Close);
        var quiet = await OpenPollAsync(server);
        var socket = await server.OpenWebSocketAsync(path);
        var framed = path != "/echo/websocket";
        if (framed)
            Assert.Equal("o", await socket.ReadTextAsync());

        await FloodAsync(socket, framed ? """["flood"]""" : "flood", 1000);
        if (framed)
            Assert.Equal("c[4429,\"Too many messages\"]", await socket.ReadTextAsync());
        Assert.Equal(framed ? 1000 : 4429, (await socket.ReadDataAsync()).CloseCode);
        await AssertEchoesAsync(server, quiet);
        Assert.InRange(_handled.GetValueOrDefault("flood"), 0, Burst + (SlowRate * 30));
    }

    [Fact]
    public async Task A_poller_that_floods_is_closed_with_4429_and_others_notice_nothing()
    {
        var server = StartLimited(MessageLimitPolicy.Close);
        var quiet = await OpenPollAsync(server);
        var url = await OpenPollAsync(server);
        var statuses = new List<int>();
        for (var i = 0; i < 2 * Burst; i++)
            statuses.Add((await server.PostAsync(url + "/xhr_send", """["flood"]""")).Status);

        // What comes behind the close is taken and dropped, so that the client hears of the close and not of an error.
        Assert.All(statuses, static status => Assert.Equal(204, status));
        string body;
        var polls = 0;
        while ((body = (await server.PostAsync(url + "/xhr")).Body).StartsWith("a[\"flood\"", StringComparison.Ordinal))
            polls++;
        Assert.NotEqual(0, polls);
        Assert.Equal("c[4429,\"Too many messages\"]\n", body);
        await AssertEchoesAsync(server, quiet);
        Assert.InRange(_handled["flood"], 1, Burst + (SlowRate * 30));
    }

    [Theory]
    [InlineData("/echo/000/flood/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_socket_that_floods_gets_through_what_it_may_where_the_rest_is_dropped(string path)
    {
        var server = StartLimited(MessageLimitPolicy.Drop);
        var socket = await server.OpenWebSocketAsync(path);
        var framed = path != "/echo/websocket";
        if (framed)
            Assert.Equal("o", await socket.ReadTextAsync());
        await FloodAsync(socket, framed ? """["flood"]""" : "flood", 20_000);

        // That all of it was read is told by the answer to what comes last.
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, "last"u8.ToArray()));
        WebSocketFrame frame;
        while ((frame = await socket.ReadFrameAsync()).Opcode != WebSocketFrame.Pong)
            Assert.NotEqual(WebSocketFrame.Close, frame.Opcode);
        await Eventually.IsTrueAsync(() => _handled.GetValueOrDefault("flood") >= Burst);
        Assert.InRange(_handled["flood"], Burst, Burst + (SlowRate * 30));
    }

    [Theory]
    [InlineData("/echo/000/flood/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_socket_that_floods_is_read_no_faster_than_it_may_send_where_messages_wait(string path)
    {
        const int Rate = 100;
        var server = StartLimited(MessageLimitPolicy.Wait, Rate);
        var quiet = await OpenPollAsync(server);
        var socket = await server.OpenWebSocketAsync(path);
        var framed = path != "/echo/websocket";
        if (framed)
            Assert.Equal("o", await socket.ReadTextAsync());
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 2 * Rate; i++)
            await socket.SendAsync(framed ? $"""["{i}"]""" : $"{i}");

        await Eventually.IsTrueAsync(() => _handled.Count == 2 * Rate);
        Assert.True(TimeProvider.System.GetElapsedTime(began).TotalSeconds >= ((2 * Rate) - Burst) / (double)Rate);
        await AssertEchoesAsync(server, quiet);
    }

    [Fact]
    public async Task Sends_that_cannot_be_understood_count_as_well()
    {
        var server = StartLimited(MessageLimitPolicy.Close);
        foreach (var body in (string[])["""["x""", "{}", "[1]", "", "[]", "[" + new string('x', 2000)])
        {
            var url = await OpenPollAsync(server);
            for (var i = 0; i < 2 * Burst; i++)
                await server.PostAsync(url + "/xhr_send", body);

            Assert.Equal("c[4429,\"Too many messages\"]\n", (await server.PostAsync(url + "/xhr")).Body);
        }
    }

    [Theory]
    [InlineData(MessageLimitPolicy.Close)]
    [InlineData(MessageLimitPolicy.Drop)]
    public async Task Many_messages_in_one_body_are_many_messages(MessageLimitPolicy policy)
    {
        var server = StartLimited(policy);
        var url = await OpenPollAsync(server);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", "[" + string.Join(',', Enumerable.Repeat("\"\"", 400)) + "]"));

        var body = (await server.PostAsync(url + "/xhr")).Body;
        if (policy == MessageLimitPolicy.Close)
            Assert.Equal("c[4429,\"Too many messages\"]\n", body);
        else
            Assert.Equal("a[" + string.Join(',', Enumerable.Repeat("\"\"", Burst)) + "]\n", body);
    }

    private static async Task FloodAsync(WebSocketClient socket, string message, int count)
    {
        var frame = WebSocketFrame.OfText(message).ToBytes();
        var many = Enumerable.Repeat(frame, 100).SelectMany(static bytes => bytes).ToArray();
        for (var i = 0; i < count / 100; i++)
            await socket.SendBytesAsync(many);
    }

    private static async Task<string> OpenPollAsync(LiveServer server)
    {
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        return url;
    }

    private static async Task AssertEchoesAsync(LiveServer server, string url)
    {
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["quiet"]"""));
        Assert.Equal("a[\"quiet\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    private LiveServer StartLimited(MessageLimitPolicy policy, int rate = SlowRate) => Start(
        "/echo",
        async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
            {
                _handled.AddOrUpdate(message, 1, static (_, count) => count + 1);
                connection.TrySend(message);
            }
        },
        options =>
        {
            options.MessagesPerSecond = rate;
            options.MessageBurst = Burst;
            options.MessageLimitPolicy = policy;
            options.MaxMessageSize = 1500;
            options.DisconnectDelay = TimeSpan.FromMinutes(5);
        });
}
