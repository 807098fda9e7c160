namespace SockJS.Conformance.Transports;

/// <summary>The upstream of all HTTP transports but jsonp.</summary>
public sealed class XhrSendTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private static readonly string[] s_contentTypes =
    [
        "text/plain", "T", "application/json", "application/xml", "", "application/json; charset=utf-8", "text/xml; charset=utf-8", "text/xml",
    ];

    [Fact]
    [Trait("Suite", "XhrPolling.test_content_types")]
    [OwnServer]
    public async Task Any_content_type_will_do_and_messages_wait_in_one_frame()
    {
        var echo = new CountingEcho();
        var server = Start("/echo", echo.RunAsync);
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);

        foreach (var type in s_contentTypes)
        {
            var reply = await server.PostAsync(url + "/xhr_send", """["x"]""", ("Content-Type", type));
            Expect.Status(204, reply);
            Assert.Equal(Expect.Text, reply["Content-Type"]);
        }

        await echo.WaitForAsync(s_contentTypes.Length);
        Assert.Equal("""a["x","x","x","x","x","x","x","x"]""" + "\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task The_type_that_browsers_add_to_text_will_do_and_nothing_is_decoded_but_json()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["%61+b"]""", ("Content-Type", "text/plain;charset=UTF-8")));

        Assert.Equal("a[\"%61+b\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("image/png")]
    public async Task Types_that_no_client_sends_are_refused(string contentType)
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");

        var reply = await Server.PostAsync(url + "/xhr_send", """["x"]""", ("Content-Type", contentType));

        Expect.Status(500, reply);
        Assert.Equal("Payload expected.", reply.Body);
    }

    [Fact]
    public async Task A_chunked_body_will_do()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var connection = await Server.ConnectHttpAsync();

        await connection.WriteAsync(HttpCall.Post(url + "/xhr_send", ("Transfer-Encoding", "chunked")) with { StatesLength = false });
        foreach (var chunk in new[] { "2\r\n[\"\r\n", "1\r\na\r\n", "2\r\n\"]\r\n", "0\r\n\r\n" })
            await connection.Wire.WriteAsync(chunk);

        Expect.Status(204, await HttpReply.ReadHeadAsync(connection.Wire, "POST"));
        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task Sends_to_a_closing_session_are_taken_and_dropped()
    {
        var url = NewSession("/close");
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        Assert.Equal("c[3000,\"Go away!\"]\n", (await Server.PostAsync(url + "/xhr")).Body);

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
    }
}
