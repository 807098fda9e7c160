namespace SockJS.Conformance.Headers;

/// <summary>What a browser asks before a request that a form could not make.</summary>
public sealed class PreflightTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Theory]
    [Trait("Suite", "InfoTest.test_options")]
    [InlineData("http://a.example")]
    [InlineData("https://b.example:8443")]
    public async Task Info_may_be_asked_from_elsewhere(string origin)
        => Expect.Preflight(origin, "GET", await PreflightAsync("/info", origin));

    [Fact]
    [Trait("Suite", "InfoTest.test_options_null_origin")]
    public async Task Info_may_be_asked_from_a_page_without_origin()
        => Expect.Preflight("null", "GET", await PreflightAsync("/info", "null"));

    [Theory]
    [Trait("Suite", "XhrPolling.test_options")]
    [InlineData("/abc/abc/xhr", "http://a.example")]
    [InlineData("/abc/abc/xhr_send", "http://a.example")]
    [InlineData("/abc/abc/xhr", "null")]
    [InlineData("/abc/abc/xhr_send", "null")]
    public async Task Polling_may_be_done_from_elsewhere(string path, string origin)
        => Expect.Preflight(origin, "POST", await PreflightAsync(path, origin));

    [Theory]
    [Trait("Suite", "XhrStreaming.test_options")]
    [InlineData("http://a.example")]
    [InlineData("null")]
    public async Task Streaming_may_be_done_from_elsewhere(string origin)
        => Expect.Preflight(origin, "POST", await PreflightAsync("/abc/abc/xhr_streaming", origin));

    [Theory]
    [InlineData("/info", "GET")]
    [InlineData("/abc/abc/xhr", "POST")]
    public async Task A_preflight_of_a_browser_is_answered_too(string path, string method)
    {
        var reply = await Server.SendAsync(HttpCall.Options(
            "/echo" + path,
            ("Origin", "http://a.example"),
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", "x-one,x-two")));

        Expect.Preflight("http://a.example", method, reply);
        Assert.Equal("x-one,x-two", reply["Access-Control-Allow-Headers"]);
    }

    [Fact]
    public async Task Without_an_origin_everyone_may()
        => Expect.Preflight(null, "GET", await Server.SendAsync(HttpCall.Options("/echo/info")));

    [Fact]
    public async Task A_preflight_makes_no_session()
    {
        var url = NewSession();
        await Server.SendAsync(HttpCall.Options(url + "/xhr", ("Origin", "http://a.example")));

        Expect.Status(404, await Server.PostAsync(url + "/xhr_send", """["a"]"""));
    }

    // The suite asks for two methods at once, which no browser does; a middleware that validates the value would refuse.
    private Task<HttpReply> PreflightAsync(string path, string origin)
        => Server.SendAsync(HttpCall.Options("/echo" + path, ("Origin", origin), ("Access-Control-Request-Method", "OPTIONS, POST")));
}
