namespace SockJS.Conformance.Security;

/// <summary>Authorisation of ASP.NET Core holds on every URL of an endpoint.</summary>
[OwnServer]
public sealed class AuthorizationTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly string[] s_paths =
    [
        "", "/", "/info", "/info/", "/iframe.html", "/iframe-1.html", "/websocket", "/0/0/websocket", "/0/0/xhr", "/0/0/xhr/", "/0/0/xhr_streaming",
        "/0/0/xhr_send", "/0/0/eventsource", "/0/0/htmlfile?c=cb", "/0/0/jsonp?c=cb", "/0/0/jsonp_send",
        "//info", "/%69nfo", "/info%2F", "/./info", "/x/../info", "/x/%2e%2e/info", "/INFO", "/info;x", "/0/0/%78hr", "/0//0/xhr", "/0%2F0/xhr",
    ];

    [Fact]
    public async Task Nobody_gets_anything_anonymously()
    {
        var server = Start(
            services =>
            {
                HeaderAuthentication.AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app => app.MapSockJS("/echo", Handlers.Echo).RequireAuthorization());

        foreach (var prefix in new[] { "/echo", "/ECHO", "//echo", "/x/../echo", "/%65cho" })
        {
            foreach (var path in s_paths)
            {
                foreach (var method in new[] { "GET", "POST", "HEAD" })
                {
                    var reply = (await server.OpenAsync(new HttpCall(method, prefix + path))).Reply;
                    Assert.True(reply.Status is 401 or 404 or 405, $"{method} {prefix}{path} answers {reply.Status}.");
                }

                var upgrade = (await server.OpenAsync(WebSocketClient.Upgrade(prefix + path))).Reply;
                Assert.True(upgrade.Status is 401 or 404 or 405, $"The upgrade of {prefix}{path} answers {upgrade.Status}.");
            }
        }
    }

    [Theory]
    [InlineData("GET", "/echo")]
    [InlineData("GET", "/echo/info")]
    [InlineData("GET", "/echo/iframe.html")]
    [InlineData("GET", "/echo/websocket")]
    [InlineData("GET", "/echo/0/0/websocket")]
    [InlineData("POST", "/echo/0/0/xhr")]
    [InlineData("POST", "/echo/0/0/xhr_streaming")]
    [InlineData("POST", "/echo/0/0/xhr_send")]
    [InlineData("GET", "/echo/0/0/eventsource")]
    [InlineData("GET", "/echo/0/0/htmlfile")]
    [InlineData("GET", "/echo/0/0/jsonp")]
    [InlineData("POST", "/echo/0/0/jsonp_send")]
    public async Task No_spelling_at_random_gets_around_it(string method, string path)
    {
        var server = Start(
            services =>
            {
                HeaderAuthentication.AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app => app.MapSockJS("/echo", Handlers.Echo).RequireAuthorization());
        var random = new Random(path.Length);
        var challenged = 0;

        for (var i = 0; i < 150; i++)
        {
            var spelling = Respell(path, random);
            var call = i % 2 == 0 ? new HttpCall(method, spelling + "?c=cb") : WebSocketClient.Upgrade(spelling);
            var status = (await server.OpenAsync(call)).Reply.Status;
            Assert.True(status is 400 or 401 or 404 or 405, $"{call.Method} {spelling} answers {status}.");
            challenged += status == 401 ? 1 : 0;
        }

        Assert.InRange(challenged, 10, 150);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/info")]
    [InlineData("GET", "/iframe.html")]
    [InlineData("GET", "/websocket")]
    [InlineData("GET", "/0/0/websocket")]
    [InlineData("POST", "/0/0/xhr")]
    [InlineData("POST", "/0/0/xhr_streaming")]
    [InlineData("POST", "/0/0/xhr_send")]
    [InlineData("GET", "/0/0/eventsource")]
    [InlineData("GET", "/0/0/htmlfile?c=cb")]
    [InlineData("GET", "/0/0/jsonp?c=cb")]
    [InlineData("POST", "/0/0/jsonp_send")]
    public async Task Each_url_challenges_the_anonymous_and_serves_the_user(string method, string path)
    {
        var server = Start(
            services =>
            {
                HeaderAuthentication.AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app => app.MapSockJS("/echo", Handlers.Echo).RequireAuthorization());

        Expect.Status(401, await server.SendAsync(new HttpCall(method, "/echo" + path)));
        Assert.NotEqual(401, (await server.OpenAsync(new HttpCall(method, "/echo" + path, HeaderAuthentication.As("alice")))).Reply.Status);
    }

    [Fact]
    public async Task The_user_is_known_to_the_handler()
    {
        var server = Start(
            services =>
            {
                HeaderAuthentication.AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app => app.MapSockJS("/who", async connection =>
            {
                await connection.SendAsync(connection.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value);
                await Handlers.Sink(connection);
            }).RequireAuthorization());

        var socket = await server.OpenWebSocketAsync("/who/websocket", HeaderAuthentication.As("alice"));

        Assert.Equal("alice", await socket.ReadTextAsync());
    }

    // One to three changes, each of which some server, proxy or framework takes for the same path.
    private static string Respell(string path, Random random)
    {
        string[] inserted = ["/", "/./", "/x/../", "//", "%2f", "%5c", "\\", ";x", ".", "%2e", "%00", "%20", "%c0%af", "/.", "/..", "~"];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(1, path.Length);
            path = random.Next(4) switch
            {
                0 => $"{path[..at]}%{(int)path[at]:x2}{path[(at + 1)..]}",
                1 => $"{path[..at]}{char.ToUpperInvariant(path[at])}{path[(at + 1)..]}",
                2 => path.Insert(random.Next(3) == 0 ? path.Length : path.LastIndexOf('/') + (at & 1), inserted[random.Next(inserted.Length)]),
                _ => path.Insert(at, inserted[random.Next(inserted.Length)]),
            };
        }

        return path;
    }
}
