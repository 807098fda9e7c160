namespace SockJS.Conformance.Transports;

/// <summary>Long polling.</summary>
public sealed class XhrPollingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "XhrPolling.test_transport")]
    public async Task Polling_opens_sends_and_receives()
    {
        var url = NewSession();

        var open = await Server.PostAsync(url + "/xhr", ("Origin", "http://a.example"));
        Assert.Equal("o\n", open.Body);
        Expect.Ok(Expect.JavaScript, open);
        Expect.Cors("http://a.example", open);
        Expect.NotCached(open);

        var send = await Server.PostAsync(url + "/xhr_send", """["x"]""", ("Origin", "http://a.example"));
        Expect.Status(204, send);
        Assert.Equal("", send.Body);
        Assert.Equal(Expect.Text, send["Content-Type"]);
        Expect.Cors("http://a.example", send);
        Expect.NotCached(send);

        var poll = await Server.PostAsync(url + "/xhr");
        Assert.Equal("a[\"x\"]\n", poll.Body);
        Expect.Ok(Expect.JavaScript, poll);
    }

    [Fact]
    [Trait("Suite", "XhrPolling.test_invalid_session")]
    public async Task A_send_to_an_unknown_session_is_not_found()
        => Expect.Status(404, await Server.PostAsync(NewSession() + "/xhr_send", """["x"]"""));

    [Fact]
    public async Task A_poll_waits_for_a_message_and_ends_with_it()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var poll = Server.PostAsync(url + "/xhr");

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["later"]"""));

        Assert.Equal("a[\"later\"]\n", (await poll).Body);
    }

    [Fact]
    [OwnServer]
    public async Task The_open_frame_never_shares_a_poll_with_messages()
    {
        var server = Start("/eager", async connection =>
        {
            await connection.SendAsync("at once");
            await Handlers.Sink(connection);
        });
        var url = NewSession("/eager");

        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
        Assert.Equal("a[\"at once\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    public async Task A_poll_on_a_kept_connection_can_be_followed_by_the_next()
    {
        var url = NewSession();
        var connection = await Server.ConnectHttpAsync();

        Assert.Equal("o\n", (await connection.SendAsync(HttpCall.Post(url + "/xhr"))).Body);
        Expect.Status(204, await connection.SendAsync(HttpCall.Post(url + "/xhr_send", """["x"]""")));
        Assert.Equal("a[\"x\"]\n", (await connection.SendAsync(HttpCall.Post(url + "/xhr"))).Body);
    }

    [Fact]
    public async Task A_body_of_a_poll_is_ignored()
        => Assert.Equal("o\n", (await Server.PostAsync(NewSession() + "/xhr", "what is this", ("Content-Type", "text/plain"))).Body);
}
