using Microsoft.AspNetCore.Http;

namespace SockJS.Conformance.Sessions;

/// <summary>What clients see of a session manager that does not let them in.</summary>
[OwnServer]
public sealed class AdmissionTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Banned = "c[4001,\"Banned\"]";

    [Theory]
    [InlineData("POST", "/xhr", Banned + "\n")]
    [InlineData("POST", "/xhr_streaming", Banned + "\n")]
    [InlineData("GET", "/eventsource", "data: " + Banned + "\r\n\r\n")]
    [InlineData("GET", "/htmlfile?c=cb", "<script>\np(\"c[4001,\\\"Banned\\\"]\");\n</script>\r\n")]
    [InlineData("GET", "/jsonp?c=cb", "/**/cb(\"c[4001,\\\"Banned\\\"]\");\r\n")]
    public async Task A_close_frame_takes_the_place_of_the_open_frame(string method, string path, string body)
    {
        var server = Start(static _ => SockJSAdmission.Refuse(4001, "Banned"));

        var reply = await server.SendAsync(new HttpCall(method, NewSession() + path));

        Expect.Status(200, reply);
        Assert.EndsWith(body, reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"o\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("o\n", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_is_accepted_to_be_told()
    {
        var server = Start(static _ => SockJSAdmission.Refuse(4001, "Banned"));

        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal(Banned, await socket.ReadTextAsync());
        Assert.Equal(1000, (await socket.ReadCloseAsync()).CloseCode);
        var raw = await server.OpenWebSocketAsync("/echo/websocket");
        Assert.Equal(4001, (await raw.ReadCloseAsync()).CloseCode);
    }

    [Fact]
    public async Task A_socket_whose_client_does_not_wait_to_be_told_is_no_error()
    {
        var server = Start(static _ => SockJSAdmission.Refuse(4001, "Banned"));
        for (var i = 0; i < 5; i++)
            (await server.OpenWebSocketAsync("/echo/websocket")).Reset();

        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal(Banned, await socket.ReadTextAsync());
    }

    [Theory]
    [InlineData("/{session}/websocket")]
    [InlineData("/websocket")]
    [InlineData("/{session}/xhr")]
    [InlineData("/{session}/xhr_streaming")]
    public async Task A_result_is_the_answer(string path)
    {
        var server = Start(static context =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "7";
            return SockJSAdmission.Refuse(Results.Text("Pay first", statusCode: StatusCodes.Status402PaymentRequired));
        });
        var url = UrlOf(path);

        var reply = await server.SendAsync(url.EndsWith("websocket", StringComparison.Ordinal) ? WebSocketClient.Upgrade(url) : HttpCall.Post(url));

        Expect.Status(402, reply);
        Assert.Equal(("Pay first", "7"), (reply.Body, reply["Retry-After"]));
        Assert.Equal("nosniff", reply["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task A_failure_is_500_on_every_transport_and_makes_no_session()
    {
        var server = Start(static _ => throw new InvalidOperationException("No database"));

        Assert.All(await Calls.OpenReceiversAsync(server, "/echo"), r => Expect.Status(500, r.Reply));
        Expect.Status(500, await server.SendAsync(WebSocketClient.Upgrade(NewSession() + "/websocket")));
        Expect.Status(500, await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket")));

        Assert.Equal(0, server.Services.GetRequiredKeyedService<SockJSSessionManager>("/echo").Count);
        Assert.Equal(7, server.TakeErrors().Count);
    }

    [Fact]
    public async Task Who_is_let_in_is_asked_once()
    {
        var asked = new List<SockJSTransports>();
        var server = Start(context =>
        {
            lock (asked)
                asked.Add(context.Transport);
            return SockJSAdmission.Accept;
        });
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr")).Body);
        Expect.Status(404, await server.PostAsync(NewSession() + "/xhr_send", """["a"]"""));
        await server.GetAsync("/echo/info");
        await server.OpenWebSocketAsync("/echo/websocket");

        Assert.Equal([SockJSTransports.XhrPolling, SockJSTransports.RawWebSocket], asked);
    }

    [Fact]
    public async Task Whoever_is_forbidden_or_of_a_foreign_page_is_not_asked_for()
    {
        var server = Start(
            services => HeaderAuthentication.AddTo(services.AddSockJS().Services),
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapSockJS("/echo", Handlers.Echo, options => options.SessionManager = _ => new Doorman(_ => throw new InvalidOperationException("Was asked")))
                    .RequireAuthorization();
            });

        Expect.Status(401, await server.PostAsync(NewSession() + "/xhr"));
        Expect.Status(403, await server.PostAsync(NewSession() + "/xhr", HeaderAuthentication.As("alice"), ("Origin", "https://evil.example")));
    }

    private LiveServer Start(Func<SockJSAdmissionContext, SockJSAdmission> decide)
        => Start("/echo", Handlers.Echo, options => options.SessionManager = _ => new Doorman(decide));
}
