using System.Text.Json;

namespace SockJS.Conformance.Headers;

/// <summary>The cookie for load balancers.</summary>
public sealed class CookieTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Prefix = "/cookie_needed_echo";

    [Fact]
    [Trait("Suite", "JsessionidCookie.test_basic")]
    public async Task Info_says_that_cookies_are_needed_but_sets_none()
    {
        var reply = await Server.GetAsync(Prefix + "/info", ("Cookie", "JSESSIONID=abcdef"));

        Expect.Status(200, reply);
        Expect.NoCookie(reply);
        Assert.True(JsonDocument.Parse(reply.Body).RootElement.GetProperty("cookie_needed").GetBoolean());
    }

    [Theory]
    [Trait("Suite", "JsessionidCookie.test_xhr")]
    [InlineData("xhr")]
    public Task Polling_sets_the_cookie(string transport) => AssertCookieAsync("POST", transport);

    [Theory]
    [Trait("Suite", "JsessionidCookie.test_xhr_streaming")]
    [InlineData("xhr_streaming")]
    public Task Streaming_sets_the_cookie(string transport) => AssertCookieAsync("POST", transport);

    [Theory]
    [Trait("Suite", "JsessionidCookie.test_eventsource")]
    [InlineData("eventsource")]
    public Task Eventsource_sets_the_cookie(string transport) => AssertCookieAsync("GET", transport);

    [Theory]
    [Trait("Suite", "JsessionidCookie.test_htmlfile")]
    [InlineData("htmlfile?c=cb")]
    public Task Htmlfile_sets_the_cookie(string transport) => AssertCookieAsync("GET", transport);

    [Theory]
    [Trait("Suite", "JsessionidCookie.test_jsonp")]
    [InlineData("jsonp?c=cb")]
    public async Task Jsonp_sets_the_cookie_in_both_directions(string transport)
    {
        await AssertCookieAsync("GET", transport);

        var url = NewSession(Prefix);
        await Server.GetAsync(url + "/jsonp?c=cb");
        var send = await Server.PostAsync(url + "/jsonp_send", """["x"]""", ("Cookie", "JSESSIONID=abcdef"));
        AssertCookie("abcdef", send);
    }

    [Fact]
    public async Task A_send_sets_the_cookie()
    {
        var url = NewSession(Prefix);
        await Server.PostAsync(url + "/xhr");

        var reply = await Server.PostAsync(url + "/xhr_send", """["x"]""");

        Expect.Status(204, reply);
        AssertCookie("dummy", reply);
    }

    [Theory]
    [InlineData("xhr")]
    [InlineData("xhr_send")]
    [InlineData("xhr_streaming")]
    public async Task A_preflight_of_a_session_sets_the_cookie(string transport)
        => AssertCookie("dummy", await Server.SendAsync(HttpCall.Options($"{NewSession(Prefix)}/{transport}", ("Origin", "http://a.example"))));

    [Theory]
    [InlineData("a%2Fb=c+d")]
    [InlineData("node7!3:x|y")]
    public async Task A_value_comes_back_as_it_was(string value)
        => AssertCookie(value, await Server.PostAsync(NewSession(Prefix) + "/xhr", ("Cookie", $"a=1; JSESSIONID={value}; b=2")));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/iframe.html")]
    public async Task Pages_set_no_cookie(string path)
        => Expect.NoCookie(await Server.GetAsync(Prefix + path, ("Cookie", "JSESSIONID=abcdef")));

    [Fact]
    public async Task Services_that_need_no_cookie_set_none()
    {
        var replies = await Calls.OpenReceiversAsync(Server, "/echo", ("Cookie", "JSESSIONID=abcdef"));
        replies.AddRange(await Calls.SendInEachWayAsync(Server, "/echo", ("Cookie", "JSESSIONID=abcdef")));

        Assert.All(replies, r => Expect.NoCookie(r.Reply));
    }

    [Fact]
    [OwnServer]
    public async Task The_application_can_choose_the_value()
    {
        var server = StartEcho(options =>
        {
            options.CookieMode = SockJSCookieMode.JSessionId;
            options.CookieValue = http => "node-" + http.Request.Headers["X-Node"];
        });

        AssertCookie("node-7", await server.PostAsync(NewSession() + "/xhr", ("X-Node", "7")));
        AssertCookie("mine", await server.PostAsync(NewSession() + "/xhr", ("X-Node", "7"), ("Cookie", "JSESSIONID=mine")));
    }

    private async Task AssertCookieAsync(string method, string transport)
    {
        var without = await Server.OpenAsync(new HttpCall(method, $"{NewSession(Prefix)}/{transport}"));
        AssertCookie("dummy", without.Reply);

        var with = await Server.OpenAsync(new HttpCall(method, $"{NewSession(Prefix)}/{transport}", ("Cookie", "JSESSIONID=abcdef")));
        AssertCookie("abcdef", with.Reply);
    }

    private static void AssertCookie(string value, HttpReply reply)
    {
        var parts = reply["Set-Cookie"]!.Split(';', StringSplitOptions.TrimEntries);
        Assert.Equal([$"JSESSIONID={value}", "path=/"], parts[..2]);
    }
}
