namespace SockJS.Conformance.Transports;

/// <summary>Server-sent events.</summary>
public sealed class EventSourceTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    [Trait("Suite", "EventSource.test_transport")]
    public async Task Frames_are_events()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/eventsource"));
        Expect.Ok(Expect.EventStream, stream.Reply);
        Expect.NotCached(stream.Reply);

        Assert.Equal("\r\n", await stream.ReadAsync());
        Assert.Equal("data: o\r\n\r\n", await stream.ReadAsync());

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("data: a[\"x\"]\r\n\r\n", await stream.ReadAsync());

        // What would break a line of the stream is escaped by JSON already.
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["  \u0000\n\r "]"""));
        Assert.Equal("data: a[\"  \\u0000\\n\\r \"]\r\n\r\n", await stream.ReadAsync());
        await stream.CloseAsync();
    }

    [Fact]
    [Trait("Suite", "EventSource.test_response_limit")]
    public async Task A_stream_ends_after_as_many_bytes_of_frames_as_the_limit_says()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/eventsource"));
        Assert.Equal("\r\n", await stream.ReadAsync());
        Assert.Equal("data: o\r\n\r\n", await stream.ReadAsync());

        var message = new string('x', 4096);
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", $"[\"{message}\"]"));

        Assert.Equal($"data: a[\"{message}\"]\r\n\r\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    [OwnServer]
    public async Task The_limit_counts_the_framing()
    {
        var server = StartEcho(options => options.ResponseLimit = "data: o\r\n\r\n".Length + "data: a[\"x\"]\r\n\r\n".Length);
        var url = NewSession();
        var stream = await server.OpenAsync(HttpCall.Get(url + "/eventsource"));
        Assert.Equal("\r\n", await stream.ReadAsync());
        Assert.Equal("data: o\r\n\r\n", await stream.ReadAsync());

        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["x"]"""));

        Assert.Equal("data: a[\"x\"]\r\n\r\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    public async Task Per_cent_signs_are_escaped_since_the_client_decodes_them()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Get(url + "/eventsource"));
        await stream.ReadAsync();
        await stream.ReadAsync();

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["100% %41 %zz %2F"]"""));

        Assert.Equal("data: a[\"100%25 %2541 %25zz %252F\"]\r\n\r\n", await stream.ReadAsync());
    }

    [Fact]
    public async Task Cors_lets_pages_of_other_origins_listen()
    {
        var plain = await Server.OpenAsync(HttpCall.Get(NewSession() + "/eventsource"));
        var cross = await Server.OpenAsync(HttpCall.Get(NewSession() + "/eventsource", ("Origin", "https://a.example")));

        Expect.Cors(null, plain.Reply);
        Expect.Cors("https://a.example", cross.Reply);
    }

    [Fact]
    public async Task The_close_frame_is_an_event_too()
    {
        var stream = await Server.OpenAsync(HttpCall.Get(NewSession("/close") + "/eventsource"));

        Assert.Equal("\r\n", await stream.ReadAsync());
        Assert.Equal("data: o\r\n\r\n", await stream.ReadAsync());
        Assert.Equal("data: c[3000,\"Go away!\"]\r\n\r\n", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }
}
