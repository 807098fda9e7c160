namespace SockJS.Conformance.Hosting;

/// <summary>An endpoint works wherever the application puts it.</summary>
[OwnServer]
public sealed class PrefixTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Under_a_path_base()
    {
        var server = Start(
            services => services.AddSockJS(OpenToAll),
            app =>
            {
                app.UsePathBase("/base");
                app.UseRouting();
                app.MapSockJS("/echo", Handlers.Echo);
            });

        await AssertServesAsync(server, "/base/echo");
    }

    [Fact]
    public async Task In_a_group()
    {
        var server = Start(services => services.AddSockJS(OpenToAll), app => app.MapGroup("/api/v1").MapSockJS("/echo", Handlers.Echo));

        await AssertServesAsync(server, "/api/v1/echo");
        Expect.Status(404, await server.GetAsync("/echo/info"));
    }

    [Fact]
    public async Task With_the_authorisation_of_its_group()
    {
        var server = Start(
            services =>
            {
                HeaderAuthentication.AddTo(services);
                services.AddSockJS(OpenToAll);
            },
            app => app.MapGroup("/api").RequireAuthorization().MapSockJS("/echo", Handlers.Echo));

        Expect.Status(401, await server.GetAsync("/api/echo/info"));
        Expect.Status(401, await server.PostAsync("/api/echo/0/0/xhr"));
        Expect.Status(401, await server.SendAsync(WebSocketClient.Upgrade("/api/echo/websocket")));
        Expect.Status(200, await server.GetAsync("/api/echo/info", HeaderAuthentication.As("alice")));
    }

    [Fact]
    public async Task At_a_prefix_of_many_segments()
    {
        var server = Start("/a/b-c/d_e", Handlers.Echo);

        await AssertServesAsync(server, "/a/b-c/d_e");
    }

    [Fact]
    public async Task Beside_other_endpoints_that_know_nothing_of_it()
    {
        var server = Start(
            services => services.AddSockJS(OpenToAll),
            app =>
            {
                app.MapSockJS("/echo", Handlers.Echo);
                app.MapSockJS("/echo/inner", Handlers.Echo);
                app.MapGet("/{**rest}", () => "page");
            });

        await AssertServesAsync(server, "/echo");
        await AssertServesAsync(server, "/echo/inner");
        Assert.Equal("page", (await server.GetAsync("/echoes/info")).Body);
        Expect.Status(404, await server.GetAsync("/echo/unknown"));
    }

    private static async Task AssertServesAsync(LiveServer server, string prefix)
    {
        Assert.Equal("Welcome to SockJS!\n", (await server.GetAsync(prefix)).Body);
        Expect.Ok(Expect.Json, await server.GetAsync(prefix + "/info"));
        Expect.Ok(Expect.Html, await server.GetAsync(prefix + "/iframe.html"));
        Expect.Status(404, await server.GetAsync(prefix + "/a/a"));
        Expect.Preflight("http://a.example", "POST", await server.SendAsync(HttpCall.Options(prefix + "/0/0/xhr", ("Origin", "http://a.example"))));

        var url = NewSession(prefix);
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr")).Body);

        var socket = await server.OpenWebSocketAsync(prefix + "/websocket");
        await socket.SendAsync("raw");
        Assert.Equal("raw", await socket.ReadTextAsync());
    }
}
