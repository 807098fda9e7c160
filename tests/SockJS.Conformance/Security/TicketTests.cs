using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace SockJS.Conformance.Security;

/// <summary>The tickets of the guide: URLs are logged, so what is in one must soon be worth nothing.</summary>
[OwnServer]
public sealed class TicketTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private readonly JumpingTime _time = new();

    [Fact]
    public async Task A_ticket_in_a_url_opens_nothing_after_half_a_minute_and_goes_on_serving_what_it_has_opened()
    {
        var server = Start();
        var query = Issue(server);
        var url = NewSession();
        Expect.Status(200, await server.GetAsync("/echo/info" + query));
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr" + query)).Body);

        _time.Jump(TimeSpan.FromSeconds(31));

        Expect.Status(401, await server.GetAsync("/echo/info" + query));
        Expect.Status(401, await server.PostAsync(NewSession() + "/xhr" + query));
        foreach (var socket in new[] { "/echo/websocket", NewSession() + "/websocket" })
            Expect.Status(401, await server.SendAsync(WebSocketClient.Upgrade(socket + query)));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send" + query, """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await server.PostAsync(url + "/xhr" + query)).Body);
    }

    [Fact]
    public async Task A_ticket_is_good_for_ten_sessions_and_for_those_of_no_other_ticket()
    {
        var server = Start();
        var (own, other) = (Issue(server), Issue(server));
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr" + own)).Body);
        for (var i = 1; i < 10; i++)
            Assert.Equal("o\n", (await server.PostAsync(NewSession() + "/xhr" + own)).Body);

        Expect.Status(401, await server.PostAsync(NewSession() + "/xhr" + own));
        Expect.Status(401, await server.PostAsync(url + "/xhr_send", """["bad"]"""));
        Expect.Status(401, await server.PostAsync(url + "/xhr_send?ticket=0123456789ABCDEF", """["bad"]"""));
        // The same user with another ticket: the secret of the session is the one that opened it.
        Expect.Status(404, await server.PostAsync(url + "/xhr_send" + other, """["bad"]"""));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send" + own, """["good"]"""));
        Assert.Equal("a[\"good\"]\n", (await server.PostAsync(url + "/xhr" + own)).Body);
    }

    private static string Issue(LiveServer server)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "alice")], "test"));
        return $"?ticket={server.Services.GetRequiredService<Tickets>().Issue(user)}";
    }

    private LiveServer Start() => Start(
        services =>
        {
            services.AddSingleton<TimeProvider>(_time).AddMemoryCache().AddSingleton<Tickets>();
            services.AddAuthentication("Ticket").AddScheme<AuthenticationSchemeOptions, TicketHandler>("Ticket", null);
            services.AddAuthorization();
            services.AddSockJS(options =>
            {
                OpenToAll(options);
                options.SessionSecret = static http => http.Request.Query["ticket"];
            });
        },
        static app => app.MapSockJS("/echo", Handlers.Echo).RequireAuthorization());
}
