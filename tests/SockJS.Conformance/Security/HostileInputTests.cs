namespace SockJS.Conformance.Security;

/// <summary>Input that nobody sends by mistake. The server must answer or hang up, live on, and log no error.</summary>
public sealed class HostileInputTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly (string Method, string Path)[] s_otherUrls =
    [
        ("GET", ""), ("GET", "/info"), ("GET", "/iframe.html"), ("GET", "/nothing"),
        ("POST", "/{session}/xhr"), ("POST", "/{session}/xhr_streaming"), ("POST", "/{session}/xhr_send"),
        ("GET", "/{session}/eventsource"), ("GET", "/{session}/htmlfile?c=a"), ("GET", "/{session}/jsonp?c=a"), ("POST", "/{session}/jsonp_send"),
    ];

    [Theory]
    [InlineData("websocket", "Upgrade")]
    [InlineData("h2c", "Upgrade, HTTP2-Settings")]
    [InlineData("garbage, /x, websocket/13", "Upgrade")]
    [InlineData("", "upgrade")]
    public async Task An_upgrade_where_there_is_nothing_to_upgrade_to_changes_nothing(string upgrade, string connection)
    {
        foreach (var (method, path) in s_otherUrls)
        {
            var call = new HttpCall(
                method,
                UrlOf(path),
                ("Upgrade", upgrade),
                ("Connection", connection),
                ("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA"),
                ("Sec-WebSocket-Version", "13"),
                ("Sec-WebSocket-Key", WebSocketClient.Key));
            var stream = await Server.OpenAsync(call);
            Assert.True(stream.Reply.Status is 200 or 404 or 500, $"{method} {path} answers {stream.Reply.Status}.");
            stream.Reset();
        }

        await AssertAliveAsync();
    }

    [Theory]
    [InlineData("Origin", "http://\u00c3\u00a9.example")]
    [InlineData("Access-Control-Request-Headers", "x-\u00c3\u00a9")]
    [InlineData("Cookie", "JSESSIONID=\u00c3\u00a9")]
    public async Task Header_values_that_come_back_need_not_be_ascii(string header, string utf8)
    {
        foreach (var (method, path) in s_otherUrls)
        {
            var stream = await Server.OpenAsync(new HttpCall(method, UrlOf(path, "/cookie_needed_echo"), (header, utf8)));
            Assert.True(stream.Reply.Status is 200 or 400 or 403 or 404 or 500, $"{method} {path} answers {stream.Reply.Status}.");
            stream.Reset();
        }
    }

    [Theory]
    [InlineData("Origin", "http://a\u0001.example")]
    [InlineData("Origin", "http://a\u007f.example")]
    [InlineData("Access-Control-Request-Headers", "x-\u0001")]
    [InlineData("Access-Control-Request-Headers", "x-\u007f")]
    [InlineData("Cookie", "JSESSIONID=\u0001")]
    [InlineData("Cookie", "JSESSIONID=\u007f")]
    public async Task Control_characters_in_header_values_that_come_back_fail_no_request(string header, string value)
    {
        foreach (var (method, path) in s_otherUrls)
        {
            var stream = await Server.OpenAsync(new HttpCall(method, UrlOf(path, "/cookie_needed_echo"), (header, value)));
            // A request that failed by an exception has an answer without a type; the 500 of a missing payload has one.
            Assert.True(
                stream.Reply.Status is 200 or 400 or 403 or 404 || (stream.Reply.Status == 500 && stream.Reply["Content-Type"] is not null),
                $"{method} {path} answers {stream.Reply.Status}.");
            Assert.DoesNotContain(stream.Reply.Headers, h => h.Value.Any(char.IsControl));
            stream.Reset();
        }
    }

    [Theory]
    [InlineData("/echo/000/rst/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_reset_in_the_middle_of_a_handshake_harms_nobody(string path)
    {
        var request = WebSocketClient.Upgrade(path).ToBytes(Server.Host);
        foreach (var length in new[] { 5, request.Length / 2, request.Length - 1, request.Length, request.Length, request.Length })
        {
            var wire = await Server.ConnectAsync();
            await wire.WriteAsync(request.AsMemory(0, length));
            wire.Reset();
        }

        await AssertAliveAsync();
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_any_request_harms_nobody()
    {
        foreach (var (method, path) in s_otherUrls)
        {
            var request = new HttpCall(method, UrlOf(path)) { Body = new byte[100] }.ToBytes(Server.Host);
            foreach (var missing in new[] { 0, 1, 50, 100, 101 })
            {
                var wire = await Server.ConnectAsync();
                await wire.WriteAsync(request.AsMemory(0, request.Length - missing));
                wire.Reset();
            }
        }

        await AssertAliveAsync();
    }

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    public async Task A_body_that_breaks_http_is_refused_and_ends_the_connection(string send)
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var connection = await Server.ConnectHttpAsync();

        var reply = await connection.OpenAsync(HttpCall.Post($"{url}/{send}", ("Transfer-Encoding", "chunked")) with
        {
            Body = "no length of a chunk\r\n"u8.ToArray(),
            StatesLength = false,
        });

        Expect.Status(400, reply);
        await reply.ReadBodyAsync();
        await connection.Wire.AssertEndAsync();
    }

    [Theory]
    [InlineData("xhr_send", true)]
    [InlineData("xhr_send", false)]
    [InlineData("jsonp_send", true)]
    [InlineData("jsonp_send", false)]
    public async Task A_client_that_leaves_in_the_middle_of_a_body_harms_nobody(string send, bool reset)
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var request = HttpCall.Post($"{url}/{send}", """["never complete"]""").ToBytes(Server.Host);
        var wires = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Server.ConnectAsync()));
        foreach (var wire in wires)
            await wire.WriteAsync(request.AsMemory(0, request.Length - 5));

        // Long enough, as a rule, that the server waits for the rest by then, and that it has seen the end by the end of the test.
        await Task.Delay(100);
        foreach (var wire in wires)
        {
            if (reset)
                wire.Reset();
            else
                await wire.DisposeAsync();
        }

        await Task.Delay(100);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("a[\"x\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task Garbage_bodies_are_refused()
    {
        var url = NewSession();
        // Without a receiver it might not outlive so many requests.
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        var random = new Random(413);
        for (var i = 0; i < 100; i++)
        {
            var body = new byte[random.Next(1, 2000)];
            random.NextBytes(body);
            foreach (var send in new[] { "xhr_send", "jsonp_send" })
                Expect.Status(500, await Server.SendAsync(HttpCall.Post($"{url}/{send}") with { Body = body }));
        }

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        string? frame;
        while ((frame = await stream.ReadAsync()) == "h\n")
        {
        }

        Assert.Equal("a[\"x\"]\n", frame);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_never_gets_past_the_decoder_unharmed()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");

        byte[] body = [.. "[\""u8, 0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, .. "\"]"u8];
        var reply = await Server.SendAsync(HttpCall.Post(url + "/xhr_send") with { Body = body });

        if (reply.Status == 204)
            Assert.Contains("\ufffd", (await Server.PostAsync(url + "/xhr")).Body.Replace("\\ufffd", "\ufffd", StringComparison.Ordinal), StringComparison.Ordinal);
        else
            Assert.Equal("Broken JSON encoding.", reply.Body);
    }

    [Fact]
    public async Task A_million_messages_in_one_body_are_too_many_by_default()
        => Expect.Status(413, await Server.PostAsync(NewSession() + "/xhr_send", Many(1_000_000)));

    [Fact]
    [OwnServer]
    public async Task As_many_messages_in_one_body_as_are_allowed_are_handled_one_by_one()
    {
        const int Count = 200_000;
        var received = 0;
        var server = Start(
            "/count",
            async connection =>
            {
                await foreach (var message in connection.ReadAllAsync())
                    received += message == "a" ? 1 : Count;
            },
            // Handling them may take longer than a client may be away.
            options => (options.MaxMessageSize, options.DisconnectDelay) = (8 * 1024 * 1024, TimeSpan.FromHours(1)));
        var url = NewSession("/count");
        await server.PostAsync(url + "/xhr");

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", Many(Count)));

        await Eventually.IsTrueAsync(() => Volatile.Read(ref received) >= Count);
        Assert.Equal(Count, received);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[\"a\",[")]
    public async Task Deep_json_is_refused(string level)
    {
        var body = string.Concat(Enumerable.Repeat(level, 100_000 / level.Length));
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");

        Expect.Status(500, await Server.PostAsync(url + "/xhr_send", body));
        Expect.Status(500, await Server.PostAsync(url + "/jsonp_send", body));

        var socket = await Server.OpenWebSocketAsync(url + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        await socket.SendAsync(body);
        Assert.Equal(3000, (await socket.ReadCloseAsync()).CloseCode);
    }

    [Fact]
    public async Task A_form_with_thousands_of_fields_is_no_trouble()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var body = string.Concat(Enumerable.Range(0, 2000).Select(i => $"f{i}={i}&")) + "d=%5B%22x%22%5D";

        var reply = await Server.PostAsync(url + "/jsonp_send", body, ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal("ok", reply.Body);
        Assert.Equal("a[\"x\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("d=%")]
    [InlineData("d=%zz%00")]
    [InlineData("&&&===")]
    public async Task A_broken_form_is_refused(string body)
        => Expect.Status(500, await Server.PostAsync(NewSession() + "/jsonp_send", body, ("Content-Type", "application/x-www-form-urlencoded")));

    [Fact]
    public async Task Clients_that_half_close_are_served_or_dropped()
    {
        var wire = await Server.ConnectAsync();
        await wire.WriteAsync(HttpCall.Get("/echo/info").ToBytes(Server.Host));
        wire.HalfClose();
        await wire.ReadToEndAsync();

        var waiting = await Server.ConnectAsync();
        await waiting.WriteAsync(HttpCall.Post(NewSession() + "/xhr_streaming").ToBytes(Server.Host));
        waiting.HalfClose();
        await waiting.ReadToEndAsync();

        await AssertAliveAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_http_harm_nobody()
    {
        var random = new Random(400);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[random.Next(1, 500)];
            random.NextBytes(bytes);
            var wire = await Server.ConnectAsync();
            await wire.WriteAsync(i % 2 == 0 ? "" : "POST /echo/0/0/xhr HTTP/1.1\r\n");
            await wire.TryWriteAsync(bytes);
            wire.Reset();
        }

        await AssertAliveAsync();
    }

    private static string Many(int count) => "[" + string.Join(',', Enumerable.Repeat("\"a\"", count)) + "]";

    private async Task AssertAliveAsync() => Assert.Equal("o\n", (await Server.PostAsync(NewSession() + "/xhr")).Body);
}
