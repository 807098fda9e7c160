namespace SockJS.SocketIO.Conformance.ClientSuites;

/// <summary>What the suite of the Engine.IO client asks of its server.</summary>
public sealed class EngineSuiteTests(ClientSuiteServer fixture) : ProtocolTest<ClientSuiteServer>(fixture)
{
    private const int TooBig = 1009;

    [Fact]
    public async Task It_greets_and_answers_over_polling()
    {
        var session = await EnginePolling.OpenAsync(Server);
        await session.SendAsync("4give binary", "4give utf8", "4anything else");

        var packets = await ReadAsync(session, 4);

        Assert.Equal(["4hi", "bAAECAwQ=", "4пойду спать всем спокойной ночи", "4anything else"], packets);
    }

    [Fact]
    public async Task It_greets_and_answers_over_WebSocket()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        await socket.SendAsync("4give binary");
        await socket.SendAsync([9]);

        Assert.Equal(["4hi", "0x0001020304", "0x09"], [await ReadAsync(socket), await ReadAsync(socket), await ReadAsync(socket)]);
    }

    [Theory]
    [InlineData("X-Other", "a b")]
    [InlineData("X-Custom-Header-For-My-Project", "my-secret-access-token")]
    public async Task It_tells_the_headers_of_the_POST(string name, string value)
    {
        var session = await EnginePolling.OpenAsync(Server);

        await session.PostAsync("4sendHeaders", (name, value));

        var headers = (await ReadAsync(session, 2))[1];
#pragma warning disable CA1308
        Assert.Contains($"\"{name.ToLowerInvariant()}\":\"{value}\"", headers, StringComparison.Ordinal);
#pragma warning restore CA1308
        Assert.DoesNotContain("\"cookie\"", headers, StringComparison.Ordinal);
    }

    [Fact]
    [UnlikeNode("It makes one cookie of the four where a WebSocket shakes hands.")]
    public async Task It_sets_four_cookies_with_the_handshake()
    {
        var polling = await EnginePolling.OpenAsync(Server);
        var socket = await EngineSocket.OpenAsync(Server);

        foreach (var handshake in new[] { polling.Handshake, socket.WebSocket.Handshake })
        {
            var cookies = handshake.All("Set-Cookie");
            Assert.Equal(["1=1; Max-Age=86400", "2=2; Path=/; HttpOnly; Secure; SameSite=Strict", "3=3; Max-Age=0"], cookies.Take(3));
            Assert.Matches("^4=4; Expires=[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$", cookies[3]);
        }

        Assert.Empty((await polling.GetAsync()).All("Set-Cookie"));
    }

    [Fact]
    public async Task It_refuses_whoever_is_denied()
    {
        var reply = await Server.GetAsync(EnginePaths.Engine + EnginePaths.Polling + "&deny=1");
        var upgrade = await (await Server.ConnectHttpAsync()).OpenAsync(WebSocketClient.Upgrade(EnginePaths.Engine + EnginePaths.WebSocket + "&deny=1"));

        Assert.Equal((403, """{"code":4,"message":"Forbidden"}"""), (reply.Status, reply.Body));
        Assert.InRange(upgrade.Status, 400, 499);
    }

    [Fact]
    public async Task It_takes_a_hundred_bytes_and_no_more()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var socket = await EngineSocket.OpenAsync(Server);
        Assert.Equal("4hi", await ReadAsync(socket));
        var largest = "4" + new string('a', 99);

        await socket.SendAsync(largest);
        Assert.Equal(largest, await ReadAsync(socket));
        await socket.SendAsync(largest + "a");
        var reply = await session.PostAsync("4" + new string('a', 100));

        Assert.Equal((413, ""), (reply.Status, reply.Body));
        WebSocketFrame close;
        while ((close = await socket.WebSocket.ReadDataAsync()).Opcode != WebSocketFrame.Close)
            Assert.Equal("2", close.PayloadText);
        Assert.Equal((TooBig, ""), (close.CloseCode, close.CloseReason));
    }

    // Pings come as often as the suite wants them, whatever a test is at.
    private static async Task<string> ReadAsync(EngineSocket socket)
    {
        string packet;
        while ((packet = await socket.ReadAsync()) == "2")
            await socket.SendAsync("3");
        return packet;
    }

    private static async Task<List<string>> ReadAsync(EnginePolling session, int count)
    {
        var packets = new List<string>();
        while (packets.Count < count)
            packets.AddRange((await session.PollAsync()).Where(packet => packet != "2"));
        return packets;
    }
}
