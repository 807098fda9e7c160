using System.Text;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>What ends a session over long-polling, and what the requests see of it.</summary>
public sealed class PollingViolationTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const int MaxPayload = 1_000_000;

    [Fact]
    public async Task A_second_poll_ends_the_first_with_a_close_packet_and_is_refused_and_the_session_is_over()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var first = await session.StartPollAsync();
        Assert.True(await first.IsSilentAsync(TimeSpan.FromMilliseconds(100)));

        var second = await session.GetAsync();

        Assert.Equal((200, "1"), ((await first.ReplyAsync()).Status, (await first.ReplyAsync()).Body));
        Assert.Equal(400, second.Status);
        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_poll_that_its_client_gives_up_ends_the_session()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var poll = await session.StartPollAsync();
        Assert.True(await poll.IsSilentAsync(TimeSpan.FromMilliseconds(100)));

        await poll.AbortAsync();

        Assert.Equal(400, (await session.GetAsync()).Status);
        await session.AssertClosedAsync();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData(" 4a")]
    [InlineData("4a\u001e")]
    [InlineData("\u001e4a")]
    [InlineData("4a\u001e\u001e4b")]
    [InlineData("2")]
    [InlineData("2probe")]
    public async Task An_invalid_packet_ends_the_session(string payload)
    {
        var session = await EnginePolling.OpenAsync(Server);

        await session.PostAsync(payload);

        await session.AssertClosedAsync();
    }

    [Theory]
    [InlineData("b####")]
    [InlineData("bAQI")]
    [InlineData("bA")]
    [InlineData("bAQ=D")]
    [InlineData("bAQID\u00e9")]
    [UnlikeNode("It makes bytes of any text.")]
    public async Task Bytes_that_are_not_Base64_end_the_session(string payload)
    {
        var session = await EnginePolling.OpenAsync(Server);

        await session.PostAsync(payload);

        await session.AssertClosedAsync();
    }

    [Fact]
    public async Task What_came_before_an_invalid_packet_was_delivered_and_the_rest_never_is()
    {
        var session = await EnginePolling.OpenAsync(Server);
        await session.PostAsync("4a\u001eabc\u001e4b");
        var bodies = new List<string>();

        await Eventually.IsTrueAsync(async () =>
        {
            var reply = await session.GetAsync();
            if (reply.Status == 200)
                bodies.Add(reply.Body);
            return reply.Status == 400;
        });

        Assert.DoesNotContain("4b", string.Join(EnginePolling.Separator, bodies).Split(EnginePolling.Separator));
    }

    [Fact]
    public async Task An_invalid_packet_ends_the_poll_that_waits_with_a_close_packet()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var poll = await session.StartPollAsync();
        Assert.True(await poll.IsSilentAsync(TimeSpan.FromMilliseconds(100)));

        await session.PostAsync("abc");

        Assert.Equal((200, "1"), ((await poll.ReplyAsync()).Status, (await poll.ReplyAsync()).Body));
        Assert.Equal(400, (await session.GetAsync()).Status);
    }

    [Fact]
    public async Task A_close_packet_ends_the_poll_that_waits_with_a_noop_and_the_session_is_over()
    {
        for (var i = 0; i < 10; i++)
        {
            var session = await EnginePolling.OpenAsync(Server);
            var poll = await session.StartPollAsync();

            var post = await session.PostAsync("1");

            Assert.Equal((200, "ok"), (post.Status, post.Body));
            Assert.Equal((200, "6"), ((await poll.ReplyAsync()).Status, (await poll.ReplyAsync()).Body));
            Assert.Equal(400, (await session.GetAsync()).Status);
        }
    }

    [Fact]
    public async Task A_body_of_octets_is_refused_with_an_answer_and_ends_the_session()
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = await session.PostAsync("4a", ("Content-Type", "application/octet-stream"));

        Assert.Equal(400, reply.Status);
        await session.AssertClosedAsync();
    }

    [Fact]
    public async Task A_POST_while_another_is_under_way_is_refused_and_ends_the_session()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var connection = await Server.ConnectHttpAsync();
        await Server.UntilRequestedAsync(() => connection.WriteAsync(HttpCall.Post(session.Url, ("Content-Length", "10")) with { StatesLength = false }));
        await connection.Wire.WriteAsync("4a");
        Assert.True(await connection.Wire.IsSilentAsync(TimeSpan.FromMilliseconds(200)));

        var second = await session.PostAsync("4b");

        Assert.Equal(400, second.Status);
        await session.AssertClosedAsync();
    }

    [Fact]
    public async Task A_body_that_its_client_gives_up_ends_the_session()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var connection = await Server.ConnectHttpAsync();
        await Server.UntilRequestedAsync(() => connection.WriteAsync(HttpCall.Post(session.Url, ("Content-Length", "10")) with { StatesLength = false }));
        await connection.Wire.WriteAsync("4a");
        Assert.True(await connection.Wire.IsSilentAsync(TimeSpan.FromMilliseconds(200)));

        connection.Wire.Reset();

        await session.AssertClosedAsync();
    }

    [Theory]
    [InlineData('x', MaxPayload)]
    [InlineData('é', MaxPayload / 2)]
    public async Task A_body_above_the_limit_in_bytes_is_refused_without_a_word(char letter, int letters)
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = await session.PostAsync("4" + new string(letter, letters));

        Assert.Equal((413, ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_body_at_the_limit_is_taken()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var packet = "4" + new string('x', MaxPayload - 1);

        await session.SendAsync(packet);

        Assert.Equal([packet], await session.PollAsync());
    }

    [Fact]
    public async Task A_body_in_chunks_is_refused_as_soon_as_it_passes_the_limit()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var connection = await Server.ConnectHttpAsync();
        await connection.WriteAsync(HttpCall.Post(session.Url, ("Transfer-Encoding", "chunked")) with { StatesLength = false });
        var chunk = Encoding.ASCII.GetBytes("4" + new string('x', 0xFFFF));
        for (var i = 0; i < 17; i++)
            await connection.Wire.TryWriteAsync((byte[])[.. "10000\r\n"u8, .. chunk, .. "\r\n"u8]);

        // No chunk said that it is the last.
        var reply = await (await HttpReply.ReadHeadAsync(connection.Wire, "POST")).ReadBodyAsync();

        Assert.Equal((413, ""), (reply.Status, reply.Body));
    }
}
