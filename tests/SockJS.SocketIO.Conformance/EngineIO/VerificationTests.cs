namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>What the server makes of a request before a session sees it.</summary>
public sealed class VerificationTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const string TransportUnknown = """{"code":0,"message":"Transport unknown"}""";
    private const string SessionUnknown = """{"code":1,"message":"Session ID unknown"}""";
    private const string BadMethod = """{"code":2,"message":"Bad handshake method"}""";
    private const string BadRequest = """{"code":3,"message":"Bad request"}""";
    private const string UnsupportedVersion = """{"code":5,"message":"Unsupported protocol version"}""";

    public static TheoryData<string> Paths { get; } = [EnginePaths.Engine, EnginePaths.SocketIO];

    [Theory]
    [InlineData("?EIO=4")]
    [InlineData("?EIO=4&transport=")]
    [InlineData("?EIO=4&transport=abc")]
    [InlineData("?EIO=4&transport=Polling")]
    [InlineData("?EIO=4&transport=__proto__")]
    [InlineData("?EIO=4&transport=constructor")]
    [InlineData("?EIO=4&transport=webtransport")]
    [InlineData("")]
    public async Task An_unknown_transport_is_refused(string query)
    {
        foreach (var path in new[] { EnginePaths.Engine, EnginePaths.SocketIO })
            AssertRefused(TransportUnknown, await Server.GetAsync(path + query));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("../../etc/passwd")]
    [InlineData("%00")]
    [InlineData("%F0%9F%98%80")]
    public async Task An_unknown_session_is_refused_whatever_its_name(string sid)
    {
        foreach (var path in new[] { EnginePaths.Engine, EnginePaths.SocketIO })
        {
            AssertRefused(SessionUnknown, await Server.GetAsync($"{path}{EnginePaths.Polling}&sid={sid}"));
            AssertRefused(SessionUnknown, await Server.PostAsync($"{path}{EnginePaths.Polling}&sid={sid}", "4a"));
        }
    }

    [Fact]
    public async Task A_session_that_is_over_is_unknown()
    {
        var session = await EnginePolling.OpenAsync(Server);
        await session.SendAsync("1");
        await session.AssertClosedAsync();

        await Eventually.IsTrueAsync(async () => (await session.GetAsync()).Body == SessionUnknown);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task A_session_begins_with_a_GET(string method)
    {
        foreach (var path in new[] { EnginePaths.Engine, EnginePaths.SocketIO })
            AssertRefused(BadMethod, await Server.SendAsync(new HttpCall(method, path + EnginePaths.Polling)));
    }

    [Fact]
    public async Task A_WebSocket_needs_a_request_that_upgrades()
        => AssertRefused(BadRequest, await Server.GetAsync(EnginePaths.Engine + EnginePaths.WebSocket));

    [Fact]
    public async Task A_request_with_another_transport_than_its_session_is_refused_unless_it_upgrades()
    {
        var polling = await EnginePolling.OpenAsync(Server);
        var socket = await EngineSocket.OpenAsync(Server);

        AssertRefused(BadRequest, await Server.GetAsync($"{EnginePaths.Engine}{EnginePaths.WebSocket}&sid={polling.Sid}"));
        AssertRefused(BadRequest, await Server.GetAsync($"{EnginePaths.Engine}{EnginePaths.Polling}&sid={socket.Sid}"));
        AssertRefused(BadRequest, await Server.PostAsync($"{EnginePaths.Engine}{EnginePaths.Polling}&sid={socket.Sid}", "4a"));

        await polling.AssertOpenAsync();
        await socket.AssertEchoesAsync();
    }

    [Fact]
    public async Task A_request_with_another_revision_than_its_session_is_refused()
    {
        var session = await EnginePolling.OpenAsync(Server);

        AssertRefused(BadRequest, await Server.GetAsync($"{EnginePaths.Engine}?EIO=3&transport=polling&sid={session.Sid}"));

        await session.AssertOpenAsync();
    }

    [Theory]
    [InlineData("?EIO=3&transport=polling")]
    [InlineData("?EIO=5&transport=polling")]
    [InlineData("?EIO=abc&transport=polling")]
    [InlineData("?EIO=&transport=polling")]
    [InlineData("?transport=polling")]
    public async Task A_session_of_another_revision_is_refused(string query)
    {
        foreach (var path in new[] { EnginePaths.Engine, EnginePaths.SocketIO })
            AssertRefused(UnsupportedVersion, await Server.GetAsync(path + query));
    }

    [Theory]
    [InlineData("?EIO=4&transport=abc")]
    [InlineData("?EIO=4&transport=websocket&sid=abc")]
    [InlineData("?EIO=4&transport=polling&sid=abc")]
    public async Task A_WebSocket_that_is_refused_gets_an_answer_of_HTTP(string query)
    {
        var connection = await Server.ConnectHttpAsync();

        var reply = await connection.OpenAsync(WebSocketClient.Upgrade(EnginePaths.Engine + query));

        Assert.InRange(reply.Status, 400, 499);
    }

    [Theory]
    [InlineData("?EIO=3&transport=websocket")]
    [InlineData("?transport=websocket")]
    [InlineData("?EIO=abc&transport=websocket")]
    [UnlikeNode("It accepts the WebSocket, and then writes an answer of HTTP into it.")]
    public async Task A_WebSocket_of_another_revision_gets_an_answer_of_HTTP(string query)
    {
        var connection = await Server.ConnectHttpAsync();

        var reply = await connection.OpenAsync(WebSocketClient.Upgrade(EnginePaths.Engine + query));

        Assert.InRange(reply.Status, 400, 499);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_within_a_session_is_refused_and_does_no_harm(string method)
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = await Server.SendAsync(new HttpCall(method, session.Url));

        Assert.True(reply.Status is 400 or 405 or 500, $"Status {reply.Status}");
        await session.AssertOpenAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    [UnlikeNode("It takes the path for none of its own.")]
    public async Task A_path_without_its_last_slash_will_do(string path)
    {
        var reply = await Server.GetAsync(path.TrimEnd('/') + EnginePaths.Polling);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task The_error_does_not_wait_for_a_body_that_never_comes()
    {
        var connection = await Server.ConnectHttpAsync();

        var reply = await connection.SendAsync(HttpCall.Post(EnginePaths.Engine + EnginePaths.Polling + "&sid=abc", ("Content-Length", "1000")) with { StatesLength = false });

        AssertRefused(SessionUnknown, reply);
    }

    [Theory]
    [InlineData("?EIO=4&EIO=4&transport=polling&transport=polling")]
    [InlineData("?EIO=4&EIO=3&transport=polling&transport=websocket")]
    [InlineData("?EIO=4&transport=polling&sid=a&sid=b")]
    [InlineData("?EIO=4&transport=%ff%fe")]
    [InlineData("?EIO=%34&transport=%70olling")]
    public async Task A_query_with_duplicates_or_escapes_is_never_an_error_of_the_server(string query)
    {
        var reply = await Server.GetAsync(EnginePaths.Engine + query);

        Assert.True(reply.Status is 200 or 400, $"Status {reply.Status}");
    }

    private static void AssertRefused(string body, HttpReply reply)
    {
        Assert.Equal((400, body), (reply.Status, reply.Body));
        Assert.StartsWith("application/json", reply["Content-Type"], StringComparison.Ordinal);
    }
}
