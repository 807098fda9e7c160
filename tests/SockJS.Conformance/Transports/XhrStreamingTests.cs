namespace SockJS.Conformance.Transports;

/// <summary>Streaming to XMLHttpRequest.</summary>
public sealed class XhrStreamingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    internal static readonly string Prelude = new string('h', 2048) + "\n";

    [Fact]
    [Trait("Suite", "XhrStreaming.test_transport")]
    public async Task Streaming_sends_prelude_and_frames_each_as_one_chunk()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming", ("Origin", "http://a.example")));
        Expect.Ok(Expect.JavaScript, stream.Reply);
        Expect.Cors("http://a.example", stream.Reply);
        Expect.NotCached(stream.Reply);

        Assert.Equal(Prelude, await stream.ReadAsync());
        Assert.Equal("o\n", await stream.ReadAsync());
        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));
        Assert.Equal("a[\"x\"]\n", await stream.ReadAsync());
        await stream.CloseAsync();
    }

    [Fact]
    [Trait("Suite", "XhrStreaming.test_response_limit")]
    public async Task A_stream_ends_after_as_many_bytes_of_frames_as_the_limit_says()
    {
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        Assert.Equal(Prelude, await stream.ReadAsync());
        Assert.Equal("o\n", await stream.ReadAsync());

        // 2 bytes of the open frame and 31 times 134: the 31st is the first to reach 4096.
        var message = new string('x', 128);
        for (var i = 0; i < 31; i++)
        {
            Expect.Status(204, await Server.PostAsync(url + "/xhr_send", $"[\"{message}\"]"));
            Assert.Equal($"a[\"{message}\"]\n", await stream.ReadAsync());
        }

        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    public async Task By_default_a_stream_carries_128_KiB()
    {
        const int Limit = 128 * 1024;
        var url = NewSession("/bench/echo");
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        Assert.Equal(Prelude, await stream.ReadAsync());
        Assert.Equal("o\n", await stream.ReadAsync());

        // All but one byte, then one frame more.
        var message = new string('x', Limit - 1 - "o\na[\"\"]\n".Length);
        foreach (var text in new[] { message, "y" })
        {
            Expect.Status(204, await Server.PostAsync(url + "/xhr_send", $"[\"{text}\"]"));
            Assert.Equal($"a[\"{text}\"]\n", await stream.ReadAsync());
        }

        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    public async Task The_next_stream_of_a_session_has_a_prelude_but_no_open_frame()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        Assert.Equal(Prelude, await stream.ReadAsync());

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["x"]"""));

        Assert.Equal("a[\"x\"]\n", await stream.ReadAsync());
    }

    [Fact]
    public async Task A_large_frame_is_one_chunk()
    {
        var url = NewSession("/amplify");
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        Assert.Equal(Prelude, await stream.ReadAsync());
        Assert.Equal("o\n", await stream.ReadAsync());

        Expect.Status(204, await Server.PostAsync(url + "/xhr_send", """["16"]"""));

        Assert.Equal($"a[\"{new string('x', 1 << 16)}\"]\n", await stream.ReadAsync());
    }
}
