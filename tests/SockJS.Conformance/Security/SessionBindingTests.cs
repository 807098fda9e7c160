using System.Text.Json;
using static SockJS.Conformance.Support.HeaderAuthentication;

namespace SockJS.Conformance.Security;

/// <summary>Sessions that nobody in particular opened stay with who did, where the options say so.</summary>
[OwnServer]
public sealed class SessionBindingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    public static TheoryData<string, string> SessionUrls => SessionOwnerTests.SessionUrls;

    public static TheoryData<string, string> Receivers => new(Calls.Receivers.Select(static receiver => (receiver.Method, receiver.Path)));

    [Theory]
    [MemberData(nameof(SessionUrls))]
    public async Task Only_the_browser_that_opened_a_session_finds_it(string method, string path)
    {
        var server = StartBound();
        var url = NewSession();
        var cookie = await OpenAsync(server, url);
        var another = await OpenAsync(server, NewSession());
        Assert.NotEqual(another, cookie);

        var intruder = new HttpCall(method, url + path) { Body = method == "POST" ? """["bad"]"""u8.ToArray() : null };
        Expect.Status(404, await server.SendAsync(intruder));
        Expect.Status(404, await server.SendAsync(intruder with { Headers = [("Cookie", another)] }));
        Expect.Status(404, await server.SendAsync(intruder with { Headers = [("Cookie", "SockJSBinding=guess")] }));

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["good"]""", ("Cookie", cookie)));
        Assert.Equal("a[\"good\"]\n", (await server.PostAsync(url + "/xhr", ("Cookie", cookie))).Body);
    }

    [Theory]
    [MemberData(nameof(Receivers))]
    public async Task A_receiver_that_opens_a_session_sets_the_cookie_that_it_is_bound_to(string method, string path)
    {
        var server = StartBound();
        var url = NewSession();
        var stream = await server.OpenAsync(new HttpCall(method, url + path));
        var cookie = CookieOf(stream.Reply);

        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]"""));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", ("Cookie", $"other=1; {cookie}")));
    }

    [Theory]
    [MemberData(nameof(Receivers))]
    public async Task A_browser_has_one_cookie_for_all_its_sessions(string method, string path)
    {
        var server = StartBound();
        var cookie = CookieOf(await server.GetAsync("/echo/info"));

        Expect.NoCookie(await server.GetAsync("/echo/info", ("Cookie", cookie)));
        var url = NewSession();
        var stream = await server.OpenAsync(new HttpCall(method, url + path, ("Cookie", cookie)));
        Expect.NoCookie(stream.Reply);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", ("Cookie", cookie)));
    }

    [Fact]
    public async Task Info_sets_the_cookie_and_says_that_cookies_are_needed()
    {
        var server = StartBound();
        var reply = await server.GetAsync("/echo/info", ("Origin", "https://partner.example"));

        Assert.True(JsonDocument.Parse(reply.Body).RootElement.GetProperty("cookie_needed").GetBoolean());
        Assert.Matches("^SockJSBinding=[0-9A-F]{32}; path=/echo; secure; samesite=none; httponly; Partitioned$", reply["Set-Cookie"]);
        Expect.Cors("https://partner.example", reply);
        Expect.NotCached(reply);
    }

    [Fact]
    public async Task A_session_of_a_user_is_found_with_the_cookie_by_that_user_only()
    {
        var server = StartBound();
        var url = NewSession();
        var cookie = CookieOf(await server.PostAsync(url + "/xhr", As("alice")));

        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice")));
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]""", As("mallory"), ("Cookie", cookie)));
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["a"]""", ("Cookie", cookie)));
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice"), ("Cookie", cookie)));
    }

    [Fact]
    public async Task A_websocket_needs_no_cookie_and_gets_none()
    {
        var server = StartBound();
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket");
        Assert.Equal("o", await socket.ReadTextAsync());
        Expect.NoCookie(socket.Handshake);
        await socket.SendAsync("""["a"]""");
        Assert.Equal("a[\"a\"]", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Only_requests_with_the_secret_of_the_first_find_a_session()
    {
        var server = Start(static options => options.SessionSecret = static http => http.Request.Query["ticket"]);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr?ticket=one")).Body);

        foreach (var query in (string[])["", "?ticket=", "?ticket=two", "?ticket=one&ticket=one", "?Ticket=ONE", $"?ticket={new string('x', 7000)}"])
        {
            Expect.Status(404, await server.PostAsync(url + "/xhr" + query));
            Expect.Status(404, await server.PostAsync(url + "/xhr_send" + query, """["bad"]"""));
        }

        Expect.Status(204, await server.PostAsync(url + "/xhr_send?ticket=one", """["good"]"""));
        Assert.Equal("a[\"good\"]\n", (await server.PostAsync(url + "/xhr?ticket=one")).Body);
    }

    private static async Task<string> OpenAsync(LiveServer server, string url)
    {
        var reply = await server.PostAsync(url + "/xhr");
        Assert.Equal("o\n", reply.Body);
        return CookieOf(reply);
    }

    private static string CookieOf(HttpReply reply) => reply["Set-Cookie"]!.Split(';')[0];

    private LiveServer StartBound() => Start(static options => options.SessionBinding = SockJSSessionBinding.UserAndCookie);

    private LiveServer Start(Action<SockJSOptions> configure) => Start(
        services =>
        {
            AddTo(services);
            services.AddSockJS(OpenToAll);
        },
        app =>
        {
            app.UseAuthentication();
            app.MapSockJS("/echo", Handlers.Echo, configure);
        });
}
