namespace SockJS.Conformance.Sessions;

/// <summary>How sessions end.</summary>
public sealed class ClosingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string GoAway = "c[3000,\"Go away!\"]\n";
    private const string StillOpen = "c[2010,\"Another connection still open\"]\n";
    private static readonly string s_prelude = new string('h', 2048) + "\n";

    [Fact]
    [Trait("Suite", "HandlingClose.test_close_frame")]
    public async Task A_close_ends_the_stream_and_is_told_to_the_next_at_once()
    {
        var url = NewSession("/close");
        var first = await OpenStreamAsync(Server, url);
        Assert.Equal("o\n", await first.ReadAsync());
        Assert.Equal(GoAway, await first.ReadAsync());

        // The first response may not have been read to its end yet.
        var second = await OpenStreamAsync(Server, url);
        Assert.Equal(GoAway, await second.ReadAsync());
        Assert.Null(await second.ReadAsync());
        Assert.Null(await first.ReadAsync());
    }

    [Fact]
    [Trait("Suite", "HandlingClose.test_close_request")]
    public async Task A_second_stream_is_refused_while_the_first_is_open()
    {
        var url = NewSession();
        var first = await OpenStreamAsync(Server, url);
        Assert.Equal("o\n", await first.ReadAsync());

        var second = await OpenStreamAsync(Server, url);
        Assert.Equal(StillOpen, await second.ReadAsync());
        Assert.Null(await second.ReadAsync());
    }

    [Fact]
    [Trait("Suite", "HandlingClose.test_abort_xhr_streaming")]
    public async Task A_dropped_stream_ends_its_session()
    {
        var url = NewSession();
        var first = await OpenStreamAsync(Server, url);
        Assert.Equal("o\n", await first.ReadAsync());
        var second = await OpenStreamAsync(Server, url);
        Assert.Equal(StillOpen, await second.ReadAsync());
        Assert.Null(await second.ReadAsync());

        await first.CloseAsync();

        var third = await OpenStreamAsync(Server, url);
        Assert.Equal("o\n", await third.ReadAsync());
    }

    [Fact]
    [Trait("Suite", "HandlingClose.test_abort_xhr_polling")]
    public async Task A_dropped_poll_ends_its_session()
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        var (first, second) = (await Server.ConnectHttpAsync(), await Server.ConnectHttpAsync());
        var (firstPoll, secondPoll) = (first.SendAsync(HttpCall.Post(url + "/xhr")), second.SendAsync(HttpCall.Post(url + "/xhr")));

        // Which of the two the server saw first shows in which of them it answers.
        var refused = await Task.WhenAny(firstPoll, secondPoll);
        Assert.Equal(StillOpen, (await refused).Body);
        var (waiting, poll) = refused == firstPoll ? (second, secondPoll) : (first, firstPoll);
        await waiting.Wire.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => poll);

        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [OwnServer]
    public async Task The_application_learns_of_a_drop_at_once_and_what_waited_is_lost(bool reset)
    {
        var server = StartRecorder(options => options.DisconnectDelay = TimeSpan.FromHours(1), out var log);
        var url = NewSession();
        var stream = await OpenStreamAsync(server, url);
        Assert.Equal("o\n", await stream.ReadAsync());

        if (reset)
            stream.Reset();
        else
            await stream.CloseAsync();

        Assert.Equal(new SockJSCloseReason(SockJSCloseKind.Lost, 1006, ""), await log.NextAsync() with { Reason = "" });
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    [OwnServer]
    public async Task What_was_sent_before_a_close_is_delivered_before_it()
    {
        var server = Start("/bye", SayGoodbye);
        var url = NewSession("/bye");
        var stream = await OpenStreamAsync(server, url);
        Assert.Equal("o\n", await stream.ReadAsync());

        await server.PostAsync(url + "/xhr_send", """["go"]""");

        var frames = "";
        while (await stream.ReadAsync() is { } frame)
            frames += frame;
        Assert.Equal("a[\"1\",\"2\"]\nc[3001,\"Bye\"]\n", frames.Replace("\"]\na[\"", "\",\"", StringComparison.Ordinal));
    }

    [Fact]
    [OwnServer]
    public async Task Polling_gets_what_was_sent_in_one_answer_and_the_close_in_the_next()
    {
        var server = Start("/bye", SayGoodbye);
        var url = NewSession("/bye");
        await server.PostAsync(url + "/xhr");
        await server.PostAsync(url + "/xhr_send", """["go"]""");

        var messages = "";
        HttpReply poll;
        while ((poll = await server.PostAsync(url + "/xhr")).Body.StartsWith('a'))
            messages += poll.Body;

        Assert.Equal("a[\"1\",\"2\"]\n", messages.Replace("\"]\na[\"", "\",\"", StringComparison.Ordinal));
        Assert.Equal("c[3001,\"Bye\"]\n", poll.Body);
    }

    [Fact]
    [OwnServer]
    public async Task A_close_waits_for_a_receiver()
    {
        var server = Start("/bye", SayGoodbye);
        var url = NewSession("/bye");
        await server.PostAsync(url + "/xhr");
        await server.PostAsync(url + "/xhr_send", """["go"]""");
        await Eventually.IsTrueAsync(async () => (await server.PostAsync(url + "/xhr")).Body == "c[3001,\"Bye\"]\n");

        Assert.Equal("c[3001,\"Bye\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    [OwnServer]
    public async Task A_handler_that_returns_closes_with_1000()
    {
        var server = Start("/done", _ => Task.CompletedTask);
        var stream = await OpenStreamAsync(server, NewSession("/done"));

        Assert.Equal("o\n", await stream.ReadAsync());
        Assert.Equal("c[1000,\"Normal closure\"]\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task A_handler_that_throws_closes_with_4500_and_tells_only_the_log()
    {
        var server = Start("/fail", _ => throw new InvalidOperationException("secret"));
        var stream = await OpenStreamAsync(server, NewSession("/fail"));
        var raw = await server.OpenWebSocketAsync("/fail/websocket");

        Assert.Equal("o\n", await stream.ReadAsync());
        Assert.Equal("c[4500,\"Internal error\"]\n", await stream.ReadAsync());
        var close = await raw.ReadCloseAsync();
        Assert.Equal((4500, "Internal error"), (close.CloseCode, close.CloseReason));
        Assert.All(server.TakeErrors(), error => Assert.Contains("secret", error, StringComparison.Ordinal));
    }

    [Fact]
    [OwnServer]
    public async Task The_reason_of_a_close_is_json()
    {
        var server = Start("/odd", connection => connection.CloseAsync(4999, "\"\\\u2028<é").AsTask());
        var stream = await OpenStreamAsync(server, NewSession("/odd"));

        Assert.Equal("o\n", await stream.ReadAsync());
        Assert.Equal("c[4999,\"\\\"\\\\\\u2028<é\"]\n", await stream.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task The_application_is_told_of_its_own_close_at_once()
    {
        var server = StartRecorder(options => options.DisconnectDelay = TimeSpan.FromHours(1), out var log);
        var url = NewSession();
        await server.PostAsync(url + "/xhr");

        await server.PostAsync(url + "/xhr_send", $"[\"{Recorder.Close}\"]");

        Assert.Equal(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 3005, "As you wish"), await log.NextAsync());
        Assert.Equal("c[3005,\"As you wish\"]\n", (await server.PostAsync(url + "/xhr")).Body);
    }

    [Fact]
    [OwnServer]
    public async Task The_end_of_a_poll_is_no_drop()
    {
        var server = StartRecorder(_ => { }, out var log);
        var url = NewSession();

        // Each of these calls has a connection of its own, which the client closes after the answer.
        for (var i = 0; i < 5; i++)
        {
            var expected = i == 0 ? "o\n" : "a[\"x\"]\n";
            Assert.Equal(expected, (await server.PostAsync(url + "/xhr")).Body);
            Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["x"]"""));
        }

        Assert.Empty(log.Reasons);
    }

    private static async Task SayGoodbye(SockJSConnection connection)
    {
        await foreach (var _ in connection.ReadAllAsync())
        {
            await connection.SendAsync("1");
            await connection.SendAsync("2");
            await connection.CloseAsync(3001, "Bye");
        }
    }

    private static async Task<StreamingReply> OpenStreamAsync(LiveServer server, string url)
    {
        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        Assert.Equal(s_prelude, await stream.ReadAsync());
        return stream;
    }
}
