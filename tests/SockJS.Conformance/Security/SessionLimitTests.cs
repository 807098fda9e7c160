using System.Net;
using static SockJS.Conformance.Support.HeaderAuthentication;

namespace SockJS.Conformance.Security;

/// <summary>How many sessions one user, or one address, may have.</summary>
[OwnServer]
public sealed class SessionLimitTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task One_session_too_many_of_a_user_is_refused_until_another_ends()
    {
        var server = Start(options => options.MaxSessionsPerUser = 2);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", As("alice"))).Body);
        var socket = await server.OpenWebSocketAsync("/echo/websocket", As("alice"));

        await AssertRefusedAsync(server, As("alice"));
        Expect.Status(200, await server.PostAsync(NewSession() + "/xhr", As("bob")));
        Expect.Status(200, await server.PostAsync(NewSession() + "/xhr"));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice")));

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Close, []));
        await Eventually.IsTrueAsync(async () => (await server.PostAsync(NewSession() + "/xhr", As("alice"))).Status == 200);
    }

    [Fact]
    public async Task One_session_too_many_of_an_address_is_refused_until_another_ends()
    {
        var server = Start(options => options.MaxSessionsPerAddress = 2);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", From("192.0.2.1"))).Body);
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket", From("::ffff:192.0.2.1"), As("alice"));

        await AssertRefusedAsync(server, From("192.0.2.1"));
        Expect.Status(200, await server.PostAsync(NewSession() + "/xhr", From("192.0.2.2")));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", From("192.0.2.1")));
        Expect.Status(200, await server.PostAsync(NewSession() + "/xhr", From("2001:db8::1")));
        Expect.Status(200, await server.PostAsync(NewSession() + "/xhr", From("2001:db8::2")));
        Expect.Status(429, await server.PostAsync(NewSession() + "/xhr", From("2001:db8::3")));

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Close, []));
        await Eventually.IsTrueAsync(async () => (await server.PostAsync(NewSession() + "/xhr", From("192.0.2.1"))).Status == 200);
    }

    [Fact]
    public async Task A_flood_gets_no_more_than_the_limit_and_leaves_nothing_behind()
    {
        var server = Start(options => (options.MaxSessionsPerAddress, options.DisconnectDelay) = (3, TimeSpan.FromSeconds(0.2)));

        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => i % 2 == 0
            ? server.PostAsync(NewSession() + "/xhr", From("192.0.2.1"))
            : server.SendAsync(WebSocketClient.Upgrade("/echo/websocket", From("192.0.2.1")))));

        Assert.InRange(replies.Count(reply => reply.Status is 200 or 101), 3, 30);
        Assert.All(replies, reply => Assert.True(reply.Status is 200 or 101 or 429));
        var manager = server.Services.GetRequiredKeyedService<SockJSSessionManager>("/echo");
        await Eventually.IsTrueAsync(() => Task.FromResult(manager.Count == 0));
        for (var i = 0; i < 3; i++)
            Expect.Status(200, await server.PostAsync(NewSession() + "/xhr", From("192.0.2.1")));
        Expect.Status(429, await server.PostAsync(NewSession() + "/xhr", From("192.0.2.1")));
    }

    [Theory]
    [InlineData("/xhr")]
    [InlineData("/xhr_streaming")]
    public async Task Who_breaks_off_before_the_session_is_open_leaves_none_behind(string transport)
    {
        var (arrived, over) = (new TaskCompletionSource(), new TaskCompletionSource());
        var server = Start(
            static services => services.AddSockJS(OpenToAll),
            app =>
            {
                app.Use(async (http, next) =>
                {
                    if (arrived.TrySetResult())
                        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                    await next();
                    over.TrySetResult();
                });
                app.MapSockJS("/echo", Handlers.Echo, static options => (options.MaxSessions, options.DisconnectDelay) = (1, TimeSpan.FromMinutes(1)));
            });
        var connection = await server.ConnectHttpAsync();
        await connection.WriteAsync(HttpCall.Post(NewSession() + transport));
        await arrived.Task.WaitAsync(Wire.Patience);
        connection.Wire.Reset();
        await over.Task.WaitAsync(Wire.Patience);

        Assert.Equal("o\n", (await server.PostAsync(NewSession() + "/xhr")).Body);
    }

    private static (string Name, string Value) From(string address) => ("X-Address", address);

    private static async Task AssertRefusedAsync(LiveServer server, (string Name, string Value) header)
    {
        var reply = await server.PostAsync(NewSession() + "/xhr", header, ("Origin", "https://a.example"));
        Expect.Status(429, reply);
        Assert.Equal("5", reply["Retry-After"]);
        Expect.Cors("https://a.example", reply);
        Assert.All(await Calls.OpenReceiversAsync(server, "/echo", header), r => Expect.Status(429, r.Reply));
        Expect.Status(429, await server.SendAsync(WebSocketClient.Upgrade(NewSession() + "/websocket", header)));
        Expect.Status(429, await server.SendAsync(WebSocketClient.Upgrade("/echo/websocket", header)));
    }

    private LiveServer Start(Action<SockJSOptions> configure) => Start(
        services => AddTo(services.AddSockJS(OpenToAll).Services),
        app =>
        {
            app.Use(next => http =>
            {
                if (http.Request.Headers["X-Address"].ToString() is { Length: > 0 } address)
                    http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return next(http);
            });
            app.UseAuthentication();
            app.MapSockJS("/echo", Handlers.Echo, configure);
        });
}
