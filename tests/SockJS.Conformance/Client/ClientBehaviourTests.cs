using System.Text.Json;

namespace SockJS.Conformance.Client;

/// <summary>What sockjs-client 1.6.1 does, as far as a server must cope.</summary>
public sealed class ClientBehaviourTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string UserQuery = "?token=a%20b&x=1";

    [Fact]
    public async Task A_session_by_xhr_with_a_user_query_and_a_time_stamp()
    {
        var url = NewSession();
        Expect.Ok(Expect.Json, await Server.GetAsync("/echo/info" + UserQuery + "&t=1700000000000"));

        Assert.Equal("o\n", (await Server.PostAsync($"{url}/xhr{UserQuery}&t=1700000000001")).Body);
        Expect.Status(204, await Server.PostAsync($"{url}/xhr_send{UserQuery}&t=1700000000002", """["a"]""", ("Content-type", "text/plain")));
        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync($"{url}/xhr{UserQuery}&t=1700000000003")).Body);
    }

    [Fact]
    public async Task A_session_by_jsonp_with_hidden_forms()
    {
        var url = NewSession();

        Assert.Equal("/**/_jp.abc123(\"o\");\r\n", (await Server.GetAsync($"{url}/jsonp?t=1&c=_jp.abc123")).Body);
        var send = await Server.PostAsync(
            url + "/jsonp_send?i=a123",
            "d=" + Uri.EscapeDataString("""["a b"]""").Replace("%20", "+", StringComparison.Ordinal),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", Server.Origin));
        Assert.Equal("ok", send.Body);
        Assert.Equal("/**/_jp.abc124(\"a[\\\"a b\\\"]\");\r\n", (await Server.GetAsync($"{url}/jsonp?t=2&c=_jp.abc124")).Body);
    }

    [Fact]
    public async Task What_the_client_escapes_arrives_unescaped()
    {
        const string Sent = "100% %41 %zz %2F\u2028\u200c\uffff\u0000\U0001F600 \r\n";
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var body = "[\"" + string.Concat(Sent.Select(c => c is >= ' ' and < '\u007f' ? $"{c}" : $"\\u{(int)c:x4}")) + "\"]";

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", body));

        var frame = (await Server.PostAsync(url + "/xhr")).Body;
        Assert.Equal([Sent], JsonSerializer.Deserialize<string[]>(frame[1..])!);
    }

    [Theory]
    [InlineData("POST", "xhr")]
    [InlineData("POST", "xhr_streaming")]
    [InlineData("GET", "eventsource")]
    [InlineData("GET", "htmlfile?c=cb")]
    [InlineData("GET", "jsonp?c=cb")]
    public async Task Every_receiver_of_a_living_session_ends_with_200_and_completely(string method, string transport)
    {
        // Anything else the client takes for the end of the session.
        var url = NewSession("/close");

        for (var i = 0; i < 3; i++)
            Expect.Status(200, await Server.SendAsync(new HttpCall(method, $"{url}/{transport}")));
    }

    [Fact]
    public async Task Sends_of_a_websocket_carry_an_array_each()
    {
        var socket = await Server.OpenWebSocketAsync($"{NewSession()}/websocket{UserQuery}", ("Origin", "https://a.example"));
        Assert.Equal("o", await socket.ReadTextAsync());

        for (var i = 0; i < 3; i++)
        {
            await socket.SendAsync($"[\"{i}\"]");
            Assert.Equal($"a[\"{i}\"]", await socket.ReadTextAsync());
        }
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("18", 1 << 18)]
    [InlineData("19", 2)]
    [InlineData("0", 2)]
    [InlineData("x", 2)]
    public async Task The_amplify_service_answers_powers_of_two(string message, int length)
    {
        var socket = await Server.OpenWebSocketAsync("/amplify/websocket");

        await socket.SendAsync(message);

        Assert.Equal(new string('x', length), await socket.ReadTextAsync());
    }

    [Theory]
    [InlineData("/broadcast")]
    [InlineData("/bench/broadcast")]
    public async Task The_broadcast_services_send_to_all(string prefix)
    {
        var sockets = new List<WebSocketClient>();
        for (var i = 0; i < 3; i++)
        {
            sockets.Add(await Server.OpenWebSocketAsync(NewSession(prefix) + "/websocket"));
            Assert.Equal("o", await sockets[i].ReadTextAsync());
        }

        // A handler may still be starting when its client has the open frame: each socket proves that it is in the set.
        foreach (var socket in sockets)
            await AssertReachableAsync(socket);
        await sockets[0].SendAsync("""["all"]""");

        foreach (var socket in sockets)
            await ReadUntilAsync(socket, "all");
    }

    [Theory]
    [InlineData("/bench/echo")]
    [InlineData("/disabled_websocket_echo")]
    [InlineData("/cookie_needed_echo")]
    public async Task The_other_echo_services_echo(string prefix)
    {
        var url = NewSession(prefix);
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("a[\"x\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task The_ticker_ticks()
    {
        var socket = await Server.OpenWebSocketAsync("/ticker/websocket");

        Assert.Equal("tick!", await socket.ReadTextAsync());
        Assert.Equal("tick!", await socket.ReadTextAsync());
    }

    private static async Task AssertReachableAsync(WebSocketClient socket)
    {
        var message = Guid.NewGuid().ToString("N");
        await socket.SendAsync($"[\"{message}\"]");
        await ReadUntilAsync(socket, message);
    }

    private static async Task ReadUntilAsync(WebSocketClient socket, string message)
    {
        while (!(await socket.ReadTextAsync()).Contains($"\"{message}\"", StringComparison.Ordinal))
        {
        }
    }
}
