using System.Text.Json;

namespace SockJS.Conformance.Urls;

/// <summary>What a client may ask before it connects.</summary>
public sealed class InfoTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "InfoTest.test_basic")]
    public async Task Info_tells_what_the_service_can_do()
    {
        var reply = await Server.GetAsync("/echo/info", ("Origin", "http://a.example"));

        Expect.Ok(Expect.Json, reply);
        Expect.NotCached(reply);
        Expect.Cors("http://a.example", reply);
        Expect.NoCookie(reply);
        var info = JsonDocument.Parse(reply.Body).RootElement;
        Assert.Equal(JsonValueKind.True, info.GetProperty("websocket").ValueKind);
        Assert.Equal(JsonValueKind.False, info.GetProperty("cookie_needed").ValueKind);
        Assert.Equal("""["*:*"]""", info.GetProperty("origins").GetRawText());
        Assert.Equal(JsonValueKind.Number, info.GetProperty("entropy").ValueKind);
    }

    [Fact]
    [Trait("Suite", "InfoTest.test_entropy")]
    public async Task Entropy_is_a_new_number_of_32_bits_each_time()
    {
        var seen = new HashSet<uint>();
        for (var i = 0; i < 10; i++)
            seen.Add((await InfoAsync(Server, "/echo")).GetProperty("entropy").GetUInt32());

        // Two equal numbers in ten have a chance of one in a hundred million.
        Assert.Equal(10, seen.Count);
    }

    [Fact]
    [Trait("Suite", "InfoTest.test_disabled_websocket")]
    public async Task Info_says_when_websocket_is_off()
        => Assert.False((await InfoAsync(Server, "/disabled_websocket_echo")).GetProperty("websocket").GetBoolean());

    [Fact]
    [OwnServer]
    public async Task Raw_websocket_alone_is_no_websocket_for_the_client()
    {
        var server = StartEcho(options => options.Transports = SockJSTransports.All & ~SockJSTransports.WebSocket);

        Assert.False((await InfoAsync(server, "/echo")).GetProperty("websocket").GetBoolean());
    }

    [Fact]
    public async Task Base_url_is_absent_unless_set()
        => Assert.False((await InfoAsync(Server, "/echo")).TryGetProperty("base_url", out _));

    [Fact]
    [OwnServer]
    public async Task Base_url_is_told_to_the_client()
    {
        var server = StartEcho(options => options.BaseUrl = "https://node3.example.com/echo");

        Assert.Equal("https://node3.example.com/echo", (await InfoAsync(server, "/echo")).GetProperty("base_url").GetString());
    }

    [Fact]
    [OwnServer]
    public async Task Base_url_can_depend_on_the_request()
    {
        var server = StartEcho(options =>
        {
            options.BaseUrl = "https://node3.example.com/echo";
            options.BaseUrlProvider = http => $"https://{http.Request.Headers["X-Node"]}.example.com/\"echo\"";
        });

        var reply = await server.GetAsync("/echo/info", ("X-Node", "node7"));

        Assert.Equal("https://node7.example.com/\"echo\"", JsonDocument.Parse(reply.Body).RootElement.GetProperty("base_url").GetString());
    }

    private static async Task<JsonElement> InfoAsync(LiveServer server, string prefix)
        => JsonDocument.Parse((await server.GetAsync(prefix + "/info")).Body).RootElement;
}
