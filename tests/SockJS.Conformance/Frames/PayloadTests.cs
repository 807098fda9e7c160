namespace SockJS.Conformance.Frames;

/// <summary>What a client may send, and how the rest is refused.</summary>
public sealed class PayloadTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Expected = "Payload expected.";
    private const string Broken = "Broken JSON encoding.";

    public static TheoryData<string, string> BadBodies => new()
    {
        { "", Expected },
        { "\"a\"", Expected },
        { "{}", Expected },
        { "{\"a\":[\"b\"]}", Expected },
        { "1", Expected },
        { "null", Expected },
        { "true", Expected },
        { " ", Broken },
        { "\r\n", Broken },
        { "[\"x", Broken },
        { "[\"x\"", Broken },
        { "[\"x\",", Broken },
        { "[\"x\",]", Broken },
        { "[,\"x\"]", Broken },
        { "[\"x\"]]", Broken },
        { "[\"x\"] \"y\"", Broken },
        { "[\"x\" \"y\"]", Broken },
        { "['x']", Broken },
        { "[x]", Broken },
        { "x", Broken },
        { "[\"\\x\"]", Broken },
        { "[\"\\u12g4\"]", Broken },
        { "[\"\\u12\"]", Broken },
        { "[\"a\nb\"]", Broken },
        { "[\"a\u0000b\"]", Broken },
        { "[1]", Broken },
        { "[null]", Broken },
        { "[\"a\",{}]", Broken },
        { "[[\"a\"]]", Broken },
        { "[true,\"a\"]", Broken },
    };

    [Theory]
    [Trait("Suite", "XhrPolling.test_invalid_json")]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_refused_and_the_session_goes_on(string body, string error)
    {
        var url = await OpenAsync();

        var refused = await Server.PostAsync(url + "/xhr_send", body);

        Expect.Status(500, refused);
        Assert.Equal(error, refused.Body);
        Expect.NotCached(refused);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["good"]"""));
        Assert.Equal("a[\"good\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [Trait("Suite", "JsonPolling.test_invalid_json")]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_form_is_refused_and_the_session_goes_on(string body, string error)
    {
        var url = await OpenAsync();

        var plain = await Server.PostAsync(url + "/jsonp_send", body);
        var form = await Server.PostAsync(
            url + "/jsonp_send",
            "d=" + Uri.EscapeDataString(body),
            ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.All([plain, form], refused =>
        {
            Expect.Status(500, refused);
            Assert.Equal(error, refused.Body);
        });
        Assert.Equal("ok", (await Server.PostAsync(url + "/jsonp_send", """["good"]""")).Body);
        Assert.Equal("a[\"good\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("d=")]
    [InlineData("x=%5B%22a%22%5D")]
    [InlineData("%5B%22a%22%5D")]
    public async Task A_form_without_the_field_is_refused(string body)
    {
        var url = await OpenAsync();

        var refused = await Server.PostAsync(url + "/jsonp_send", body, ("Content-Type", "application/x-www-form-urlencoded"));

        Expect.Status(500, refused);
        Assert.Equal(Expected, refused.Body);
    }

    [Theory]
    [InlineData("xhr_send")]
    [InlineData("jsonp_send")]
    public async Task The_payload_is_looked_at_before_the_session(string send)
    {
        Expect.Status(500, await Server.PostAsync($"{NewSession()}/{send}", "[\"x"));
        Expect.Status(404, await Server.PostAsync($"{NewSession()}/{send}", "[\"x\"]"));
    }

    [Fact]
    [Trait("Suite", "XhrPolling.test_sending_empty_frame")]
    public async Task An_empty_array_does_nothing()
    {
        var url = await OpenAsync();

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", "[]"));
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["a"]"""));

        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    [Trait("Suite", "JsonPolling.test_sending_empty_frame")]
    public async Task An_empty_array_in_a_form_does_nothing()
    {
        var url = await OpenAsync();

        Assert.Equal("ok", (await Server.PostAsync(url + "/jsonp_send", "d=[]", ("Content-Type", "application/x-www-form-urlencoded"))).Body);
        Assert.Equal("ok", (await Server.PostAsync(url + "/jsonp_send", """["x"]""")).Body);

        Assert.Equal("/**/x(\"a[\\\"x\\\"]\");\r\n", (await Server.GetAsync(url + "/jsonp?c=x")).Body);
    }

    [Fact]
    [OwnServer]
    public async Task Blanks_around_the_parts_are_allowed_and_frames_have_none()
    {
        var echo = new CountingEcho();
        var server = Start("/echo", echo.RunAsync);
        var url = NewSession();
        await server.PostAsync(url + "/xhr");

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", " [ \"a\" ,\t\"b\"\r\n,\"\" ] "));
        await echo.WaitForAsync(3);

        Assert.Equal("a[\"a\",\"b\",\"\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    private async Task<string> OpenAsync()
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        return url;
    }
}
