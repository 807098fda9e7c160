namespace SockJS.Conformance.Transports;

/// <summary>Polling by script tags.</summary>
public sealed class JsonpPollingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    [Trait("Suite", "JsonPolling.test_transport")]
    public async Task Polling_opens_sends_and_receives()
    {
        var url = NewSession();

        var open = await Server.GetAsync(url + "/jsonp?c=%63allback");
        Assert.Equal("/**/callback(\"o\");\r\n", open.Body);
        Expect.Ok(Expect.JavaScript, open);
        Expect.NotCached(open);

        var send = await Server.PostAsync(url + "/jsonp_send", "d=" + Uri.EscapeDataString("""["x"]"""), ("Content-Type", Form));
        Assert.Equal("ok", send.Body);
        Expect.Ok(Expect.Text, send);
        Expect.NotCached(send);

        var poll = await Server.GetAsync(url + "/jsonp?c=callback");
        Assert.Equal("/**/callback(\"a[\\\"x\\\"]\");\r\n", poll.Body);
        Expect.Ok(Expect.JavaScript, poll);
        Expect.NotCached(poll);
    }

    [Fact]
    public async Task An_answer_cannot_be_saved_as_a_program()
    {
        var reply = await Server.GetAsync(NewSession() + "/jsonp?c=calc");
        Assert.Equal("attachment; filename=\"f.txt\"", reply["Content-Disposition"]);
        Assert.Equal("nosniff", reply["X-Content-Type-Options"]);

        foreach (var path in new[] { "/000/x.bat/jsonp", "/x.bat/000/jsonp", "/000/x%2ebat/jsonp", "/000/x/jsonp/setup.bat", "/000/x/jsonp;setup.bat", "/000/x/jsonp.bat" })
            Expect.Status(404, await Server.GetAsync($"/echo{path}?c=calc"));
    }

    [Fact]
    [Trait("Suite", "JsonPolling.test_content_types")]
    [OwnServer]
    public async Task A_form_is_decoded_and_plain_text_is_not()
    {
        var echo = new CountingEcho();
        var server = Start("/echo", echo.RunAsync);
        var url = NewSession();
        await server.GetAsync(url + "/jsonp?c=x");

        Assert.Equal("ok", (await server.PostAsync(url + "/jsonp_send", "d=%5B%22abc%22%5D", ("Content-Type", Form))).Body);
        Assert.Equal("ok", (await server.PostAsync(url + "/jsonp_send", """["%61bc"]""", ("Content-Type", "text/plain"))).Body);
        Assert.Equal("ok", (await server.PostAsync(url + "/jsonp_send", "d=%5B%22%61bc%22%5D", ("Content-Type", Form + "; charset=utf-8"))).Body);

        await echo.WaitForAsync(3);
        Assert.Equal("/**/x(\"a[\\\"abc\\\",\\\"%61bc\\\",\\\"abc\\\"]\");\r\n", (await server.GetAsync(url + "/jsonp?c=x")).Body);
    }

    [Theory]
    [InlineData("d=%5B%22a+b%2Bc%22%5D", "a b+c")]
    [InlineData("x=1&d=%5B%22y%22%5D&z=", "y")]
    [InlineData("d=%5B%22%C3%A9%22%5D", "\u00e9")]
    [InlineData("d=[\"raw\"]", "raw")]
    public async Task The_field_of_a_form_is_found_and_decoded(string body, string message)
    {
        var url = NewSession();
        await Server.GetAsync(url + "/jsonp?c=x");

        Assert.Equal("ok", (await Server.PostAsync(url + "/jsonp_send?i=a1", body, ("Content-Type", Form))).Body);

        Assert.Equal($"a[\"{message}\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task A_body_without_type_is_json()
    {
        var url = NewSession();
        await Server.GetAsync(url + "/jsonp?c=x");

        Assert.Equal("ok", (await Server.PostAsync(url + "/jsonp_send", """["%61"]""")).Body);

        Assert.Equal("a[\"%61\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_type_that_is_neither_form_nor_plain_text_is_refused(string contentType)
    {
        var url = NewSession();
        await Server.GetAsync(url + "/jsonp?c=x");

        var reply = await Server.PostAsync(url + "/jsonp_send", """["x"]""", ("Content-Type", contentType));

        Expect.Status(500, reply);
        Assert.Equal("Payload expected.", reply.Body);
    }

    [Fact]
    [Trait("Suite", "JsonPolling.test_close")]
    public async Task The_close_frame_is_repeated_to_every_later_poll()
    {
        var url = NewSession("/close");

        Assert.Equal("/**/x(\"o\");\r\n", (await Server.GetAsync(url + "/jsonp?c=x")).Body);
        for (var i = 0; i < 2; i++)
            Assert.Equal("/**/x(\"c[3000,\\\"Go away!\\\"]\");\r\n", (await Server.GetAsync(url + "/jsonp?c=x")).Body);
    }

    [Fact]
    public async Task What_json_escaped_is_escaped_once_more()
    {
        var url = NewSession();
        await Server.GetAsync(url + "/jsonp?c=x");
        await Server.PostAsync(url + "/jsonp_send", """["\u2028\n\"\\\u0000\ud83d\ude00"]""");

        Assert.Equal(
            """/**/x("a[\"\\u2028\\n\\\"\\\\\\u0000\\ud83d\\ude00\"]");""" + "\r\n",
            (await Server.GetAsync(url + "/jsonp?c=x")).Body);
    }

    [Fact]
    public async Task A_send_to_an_unknown_session_is_not_found()
        => Expect.Status(404, await Server.PostAsync(NewSession() + "/jsonp_send", """["x"]"""));
}
