namespace SockJS.Conformance.Frames;

/// <summary>The callback of htmlfile and jsonp, which is the one thing of a request that becomes script.</summary>
public sealed class CallbackTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "HtmlFile.test_no_callback")]
    public Task Htmlfile_needs_a_callback() => AssertRequiredAsync("/htmlfile");

    [Fact]
    [Trait("Suite", "JsonPolling.test_no_callback")]
    public Task Jsonp_needs_a_callback() => AssertRequiredAsync("/jsonp");

    [Theory]
    [Trait("Suite", "HtmlFile.test_invalid_callback")]
    [MemberData(nameof(Invalid))]
    public Task Htmlfile_takes_names_only(string callback) => AssertInvalidAsync("/htmlfile?c=" + callback);

    [Theory]
    [Trait("Suite", "JsonPolling.test_invalid_callback")]
    [MemberData(nameof(Invalid))]
    public Task Jsonp_takes_names_only(string callback) => AssertInvalidAsync("/jsonp?c=" + callback);

    public static TheoryData<string> Invalid =>
    [
        "%20", "*", "abc(", "abc%28", "a%0Ab", "a%00", "%3Cscript%3E", "a;b", "a=b", "a%22b", "a'b", "a/b", "a\\b", "a[0]", "%C3%A9", "a+b", "a%2525",
    ];

    [Fact]
    public async Task A_name_of_more_than_32_characters_is_refused_by_jsonp()
    {
        await AssertInvalidAsync("/jsonp?c=" + new string('a', 33));
        Expect.Status(200, await Server.GetAsync($"{NewSession()}/jsonp?c={new string('a', 32)}"));
    }

    [Theory]
    [InlineData("/jsonp")]
    [InlineData("/htmlfile")]
    public async Task A_repeated_callback_is_refused(string path) => await AssertInvalidAsync(path + "?c=a&c=b");

    [Theory]
    [InlineData("/jsonp")]
    [InlineData("/htmlfile")]
    public async Task An_empty_callback_is_refused(string path)
        => Expect.Status(500, await Server.GetAsync(NewSession() + path + "?c="));

    [Theory]
    [InlineData("c=cb", "cb")]
    [InlineData("callback=cb", "cb")]
    [InlineData("c=%63allback", "callback")]
    [InlineData("t=1&c=_jp.aXXXXXX", "_jp.aXXXXXX")]
    [InlineData("c=a-b.C_9", "a-b.C_9")]
    public async Task The_callback_is_named_by_either_parameter_and_decoded(string query, string callback)
        => Assert.Equal($"/**/{callback}(\"o\");\r\n", (await Server.GetAsync($"{NewSession()}/jsonp?{query}")).Body);

    [Theory]
    [InlineData("/jsonp?c=*")]
    [InlineData("/htmlfile?c=*")]
    [InlineData("/jsonp")]
    public async Task A_refused_callback_makes_no_session(string path)
    {
        var url = NewSession();
        Expect.Status(500, await Server.GetAsync(url + path));

        Expect.Status(404, await Server.PostAsync(url + "/xhr_send", """["a"]"""));
    }

    private async Task AssertRequiredAsync(string path)
    {
        var reply = await Server.GetAsync(NewSession() + path);

        Expect.Status(500, reply);
        Assert.Contains("\"callback\" parameter required", reply.Body, StringComparison.Ordinal);
    }

    private async Task AssertInvalidAsync(string path)
    {
        var reply = await Server.GetAsync(NewSession() + path);

        Expect.Status(500, reply);
        Assert.Contains("invalid \"callback\" parameter", reply.Body, StringComparison.Ordinal);
        Assert.NotEqual("text/html", reply["Content-Type"]?.Split(';')[0]);
        Assert.DoesNotContain("javascript", reply["Content-Type"] ?? "", StringComparison.Ordinal);
    }
}
