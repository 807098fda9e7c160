namespace SockJS.Conformance.Headers;

/// <summary>Which pages may read an answer.</summary>
public sealed class CorsTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly string[] s_withoutCors = ["/htmlfile?c=cb", "/jsonp?c=cb", "/jsonp_send"];

    [Theory]
    [InlineData(null)]
    [InlineData("http://a.example:8080")]
    [InlineData("null")]
    public async Task The_origin_is_echoed_and_credentials_are_allowed_only_with_it(string? origin)
    {
        (string, string)[] headers = origin is null ? [] : [("Origin", origin)];
        var replies = await Calls.OpenReceiversAsync(Server, "/echo", headers);
        replies.AddRange(await Calls.SendInEachWayAsync(Server, "/echo", headers));
        replies.Add(("/info", await Server.GetAsync("/echo/info", headers)));

        Assert.All(replies.Where(r => !s_withoutCors.Contains(r.Path)), r => Expect.Cors(origin, r.Reply));
    }

    [Fact]
    public async Task Urls_that_no_script_reads_have_no_cors_headers()
    {
        (string, string)[] headers = [("Origin", "http://a.example")];
        var replies = await Calls.OpenReceiversAsync(Server, "/echo", headers);
        replies.AddRange(await Calls.SendInEachWayAsync(Server, "/echo", headers));
        replies.RemoveAll(r => !s_withoutCors.Contains(r.Path));
        replies.Add(("", await Server.GetAsync("/echo", headers)));
        replies.Add(("/iframe.html", await Server.GetAsync("/echo/iframe.html", headers)));

        Assert.Equal(5, replies.Count);
        Assert.All(replies, r => Expect.NoCors(r.Reply));
    }

    [Theory]
    [Trait("Suite", "XhrPolling.test_request_headers_cors")]
    [InlineData("a, b, c")]
    [InlineData("X-One,x-two")]
    public async Task Headers_that_a_script_wants_to_send_are_allowed_as_it_wrote_them(string headers)
    {
        var reply = await Server.PostAsync(NewSession() + "/xhr", ("Access-Control-Request-Headers", headers));

        Expect.Status(200, reply);
        Assert.Equal(headers, reply["Access-Control-Allow-Headers"]);
    }

    [Fact]
    [Trait("Suite", "XhrPolling.test_request_headers_cors")]
    public async Task Where_a_script_wants_to_send_no_headers_none_are_allowed()
    {
        var empty = await Server.PostAsync(NewSession() + "/xhr", ("Access-Control-Request-Headers", ""));
        var missing = await Server.PostAsync(NewSession() + "/xhr");

        Assert.All([empty, missing], reply =>
        {
            Expect.Status(200, reply);
            Assert.True(string.IsNullOrEmpty(reply["Access-Control-Allow-Headers"]));
        });
    }

    [Fact]
    public async Task A_script_can_read_the_status_of_an_error()
    {
        const string Origin = "https://a.example";
        var url = NewSession();

        HttpReply[] replies =
        [
            await Server.PostAsync(url + "/xhr_send", """["a"]""", ("Origin", Origin)),
            await Server.PostAsync(url + "/xhr_send", "", ("Origin", Origin)),
            await Server.PostAsync(url + "/xhr_send", """["a""", ("Origin", Origin)),
        ];

        Assert.Equal([404, 500, 500], replies.Select(r => r.Status));
        Assert.All(replies, reply => Expect.Cors(Origin, reply));
    }
}
