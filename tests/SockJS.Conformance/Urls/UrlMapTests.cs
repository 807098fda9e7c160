namespace SockJS.Conformance.Urls;

/// <summary>Which paths and methods exist.</summary>
public sealed class UrlMapTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    public static TheoryData<string, string, string> WrongMethods()
    {
        var data = new TheoryData<string, string, string>();
        Add("GET", "", "/", "/iframe.html", "/websocket", "/0/0/websocket", "/0/0/eventsource", "/0/0/htmlfile?c=x", "/0/0/jsonp?c=x");
        Add("GET, OPTIONS", "/info");
        Add("POST, OPTIONS", "/0/0/xhr", "/0/0/xhr_streaming", "/0/0/xhr_send");
        Add("POST", "/0/0/jsonp_send");
        return data;

        void Add(string allow, params string[] paths)
        {
            foreach (var path in paths)
            {
                foreach (var method in new[] { "GET", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD" }.Except(allow.Split(", ")))
                    data.Add(method, path, allow);
            }
        }
    }

    [Theory]
    [Trait("Suite", "WebsocketHttpErrors.test_invalidMethod")]
    [MemberData(nameof(WrongMethods))]
    public async Task A_known_path_with_a_wrong_method_says_which_methods_it_allows(string method, string path, string allow)
        => Expect.NotAllowed(allow, await Server.SendAsync(new HttpCall(method, "/echo" + path)));

    [Theory]
    [InlineData("GET", "/INFO")]
    [InlineData("GET", "/Info")]
    [InlineData("POST", "/0/0/XHR")]
    [InlineData("POST", "/0/0/Xhr_Streaming")]
    [InlineData("GET", "/0/0/EventSource")]
    [InlineData("GET", "/WEBSOCKET")]
    public async Task Paths_below_the_prefix_are_case_sensitive(string method, string path)
        => Expect.Status(404, await Server.SendAsync(new HttpCall(method, "/echo" + path)));

    // Only what follows the prefix is the protocol's; the prefix is a route like any other.
    [Fact]
    public async Task The_prefix_follows_routing_which_ignores_case()
    {
        var id = Guid.NewGuid().ToString("N");
        Assert.Equal("o\n", (await Server.PostAsync($"/Echo/000/{id}/xhr")).Body);
        Expect.Status(204, await Server.PostAsync($"/ECHO/000/{id}/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync($"/echo/000/{id}/xhr")).Body);
    }

    [Theory]
    [InlineData("/info/x")]
    [InlineData("/websocket/x")]
    [InlineData("/iframe.html/x")]
    [InlineData("/0/0/unknown")]
    [InlineData("/0/0/xhr/x")]
    [InlineData("/0/0/0/xhr")]
    [InlineData("/xhr")]
    [InlineData("/0/xhr")]
    public async Task Neither_more_nor_fewer_segments_are_a_known_path(string path)
    {
        Expect.Status(404, await Server.GetAsync("/echo" + path));
        Expect.Status(404, await Server.PostAsync("/echo" + path));
    }

    [Theory]
    [InlineData("GET", "/info", 200)]
    [InlineData("OPTIONS", "/info", 204)]
    [InlineData("GET", "/iframe.html", 200)]
    [InlineData("POST", "/{session}/xhr", 200)]
    [InlineData("OPTIONS", "/{session}/xhr", 204)]
    [InlineData("POST", "/{session}/xhr_send", 500)]
    [InlineData("POST", "/{session}/xhr_streaming", 200)]
    [InlineData("GET", "/{session}/eventsource", 200)]
    [InlineData("GET", "/{session}/htmlfile?c=x", 200)]
    [InlineData("GET", "/{session}/jsonp?c=x", 200)]
    [InlineData("POST", "/{session}/jsonp_send", 500)]
    [InlineData("GET", "/{session}/websocket", 400)]
    [InlineData("GET", "/websocket", 400)]
    public async Task One_trailing_slash_is_tolerated_and_two_are_not(string method, string path, int status)
    {
        foreach (var (slashes, expected) in new[] { ("", status), ("/", status), ("//", 404) })
        {
            var reply = (await Server.OpenAsync(new HttpCall(method, WithSlashes(path, slashes)))).Reply;
            Assert.True(
                reply.Status == expected || (expected == 204 && reply.Status == 200),
                $"{slashes} answers {reply.Status}, not {expected}.");
        }
    }

    [Theory]
    [InlineData("GET", "", 200)]
    [InlineData("GET", "/info", 200)]
    [InlineData("GET", "/iframe.html", 200)]
    [InlineData("POST", "/{session}/xhr", 200)]
    [InlineData("POST", "/{session}/xhr_streaming", 200)]
    [InlineData("POST", "/{session}/xhr_send", 500)]
    [InlineData("GET", "/{session}/eventsource", 200)]
    [InlineData("GET", "/{session}/websocket", 400)]
    public async Task A_query_string_is_ignored(string method, string path, int status)
    {
        foreach (var query in new[] { "?t=1700000000000", "?x=1&t=2", "?c=*&callback=%00", "?" })
            Expect.Status(status, (await Server.OpenAsync(new HttpCall(method, UrlOf(path) + query))).Reply);
    }

    [Theory]
    [InlineData(SockJSTransports.XhrPolling, "POST", "/0/0/xhr")]
    [InlineData(SockJSTransports.XhrPolling, "OPTIONS", "/0/0/xhr")]
    [InlineData(SockJSTransports.XhrStreaming, "POST", "/0/0/xhr_streaming")]
    [InlineData(SockJSTransports.EventSource, "GET", "/0/0/eventsource")]
    [InlineData(SockJSTransports.HtmlFile, "GET", "/0/0/htmlfile?c=x")]
    [InlineData(SockJSTransports.JsonpPolling, "GET", "/0/0/jsonp?c=x")]
    [InlineData(SockJSTransports.JsonpPolling, "POST", "/0/0/jsonp_send")]
    [InlineData(SockJSTransports.Iframe, "GET", "/iframe.html")]
    [InlineData(SockJSTransports.WebSocket, "GET", "/0/0/websocket")]
    [InlineData(SockJSTransports.RawWebSocket, "GET", "/websocket")]
    [OwnServer]
    public async Task A_transport_that_is_switched_off_is_not_found(SockJSTransports transport, string method, string path)
    {
        var server = StartEcho(options => options.Transports = SockJSTransports.All & ~transport);

        Expect.Status(404, await server.SendAsync(new HttpCall(method, "/echo" + path)));
        Expect.Status(404, await server.SendAsync(WebSocketClient.Upgrade("/echo" + path) with { Method = method }));
    }

    [Theory]
    [InlineData("/disabled_websocket_echo/websocket")]
    [InlineData("/disabled_websocket_echo/0/0/websocket")]
    public async Task Without_websockets_neither_websocket_url_is_found(string path)
        => Expect.Status(404, await Server.SendAsync(WebSocketClient.Upgrade(path)));

    private static string WithSlashes(string path, string slashes)
    {
        var parts = UrlOf(path).Split('?');
        return parts[0] + slashes + (parts.Length > 1 ? "?" + parts[1] : "");
    }
}
