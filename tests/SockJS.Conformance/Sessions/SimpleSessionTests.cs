namespace SockJS.Conformance.Sessions;

/// <summary>The life of a session.</summary>
public sealed class SimpleSessionTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "Protocol.test_simpleSession")]
    public async Task A_session_opens_echoes_and_has_one_receiver_at_most()
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["a"]"""));
        Assert.Equal("a[\"a\"]\n", (await Server.PostAsync(url + "/xhr")).Body);

        Expect.Status(404, await Server.PostAsync("/echo/000/bad_session/xhr_send", """["a"]"""));

        // Which of two polls comes first is up to the network.
        Task<HttpReply>[] polls = [Server.PostAsync(url + "/xhr"), Server.PostAsync(url + "/xhr")];
        var refused = await Task.WhenAny(polls);
        Assert.Equal("c[2010,\"Another connection still open\"]\n", (await refused).Body);
        Expect.Ok(Expect.JavaScript, await refused);

        await Server.PostAsync(url + "/xhr_send", """["b"]""");
        Assert.Equal("a[\"b\"]\n", (await polls.Single(p => p != refused)).Body);
    }

    [Fact]
    [Trait("Suite", "Protocol.test_closeSession")]
    public async Task A_closed_session_answers_with_its_close_frame_again_and_again()
    {
        var url = NewSession("/close");
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);

        for (var i = 0; i < 3; i++)
            Assert.Equal("c[3000,\"Go away!\"]\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData("xhr_streaming")]
    [InlineData("eventsource")]
    [InlineData("htmlfile?c=cb")]
    [InlineData("jsonp?c=cb")]
    [InlineData("xhr")]
    public async Task A_refused_receiver_leaves_session_and_first_receiver_alone(string transport)
    {
        var url = NewSession();
        var first = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        await first.ReadAsync();
        Assert.Equal("o\n", await first.ReadAsync());

        var second = await Server.SendAsync(new HttpCall(transport.StartsWith("xhr", StringComparison.Ordinal) ? "POST" : "GET", $"{url}/{transport}"));

        Expect.Status(200, second);
        Assert.Contains("2010", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"o\"", second.Body, StringComparison.Ordinal);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("a[\"x\"]\n", await first.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task The_open_frame_does_not_wait_for_the_application()
    {
        var gate = new TaskCompletionSource();
        var server = Start("/slow", connection => gate.Task);

        var stream = await server.OpenAsync(HttpCall.Post(NewSession("/slow") + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        Assert.Equal("o\n", (await server.PostAsync(NewSession("/slow") + "/xhr")).Body);
        Assert.Equal("o", await (await server.OpenWebSocketAsync(NewSession("/slow") + "/websocket")).ReadTextAsync());

        gate.SetResult();
        Assert.Equal("c[1000,\"Normal closure\"]\n", await stream.ReadAsync());
    }
}
