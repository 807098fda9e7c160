namespace SockJS.Conformance.Headers;

/// <summary>What may be kept by caches, and what proxies must leave alone.</summary>
public sealed class CachingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task No_answer_of_a_session_is_cached()
    {
        var receivers = await Calls.OpenReceiversAsync(Server, "/echo");
        var sends = await Calls.SendInEachWayAsync(Server, "/echo");

        Assert.All(receivers.Concat(sends), r => Expect.NotCached(r.Reply));
    }

    [Theory]
    [InlineData("xhr_streaming")]
    [InlineData("eventsource")]
    [InlineData("htmlfile?c=cb")]
    public async Task Streams_ask_proxies_not_to_buffer(string transport)
    {
        var method = transport == "xhr_streaming" ? "POST" : "GET";

        var stream = await Server.OpenAsync(new HttpCall(method, $"{NewSession()}/{transport}"));

        Assert.Equal("no", stream.Reply["X-Accel-Buffering"]);
    }

    [Fact]
    public async Task No_answer_with_a_body_may_be_taken_for_another_type()
    {
        var url = NewSession();
        await Server.PostAsync(url + "/xhr");
        HttpReply[] replies =
        [
            .. (await Calls.OpenReceiversAsync(Server, "/echo")).Select(r => r.Reply),
            await Server.PostAsync(url + "/jsonp_send", "[]"),
            await Server.GetAsync("/echo"),
            await Server.GetAsync("/echo/info"),
            await Server.GetAsync("/echo/iframe.html"),
            await Server.PostAsync(url + "/xhr_send", "{"),
            await Server.PostAsync(url + "/jsonp_send", ""),
            await Server.GetAsync(url + "/jsonp"),
            await Server.GetAsync(url + "/htmlfile?c=*"),
            await Server.GetAsync(url + "/websocket"),
            await Server.GetAsync("/echo/websocket"),
        ];

        Assert.All(replies, reply => Assert.Equal("nosniff", reply["X-Content-Type-Options"]));
    }
}
