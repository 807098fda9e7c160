namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>Messages over long-polling.</summary>
public sealed class PollingTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Theory]
    [InlineData("4hello")]
    [InlineData("4")]
    [InlineData("4€ é 😀 \u2028")]
    [InlineData("bAQIDBA==")]
    [InlineData("b")]
    [InlineData("4{\"a\":[1,2]}")]
    [InlineData("4b")]
    public async Task A_message_comes_back_as_it_was(string packet)
    {
        var session = await EnginePolling.OpenAsync(Server);

        await session.SendAsync(packet);

        Assert.Equal([packet], await session.PollAsync());
    }

    [Fact]
    public async Task A_POST_is_answered_ok_and_is_not_to_be_cached()
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = await session.PostAsync("4a");

        Assert.Equal((200, "ok"), (reply.Status, reply.Body));
        Assert.Equal("no-store", reply["Cache-Control"]);
    }

    [Fact]
    public async Task Many_messages_of_one_payload_come_back_in_one_payload_in_order()
    {
        var session = await EnginePolling.OpenAsync(Server);
        await session.SendAsync("4a", "4b", "bAQID", "4c");

        var reply = await session.GetAsync();

        Assert.Equal("4a\u001e4b\u001ebAQID\u001e4c", reply.Body);
        Assert.Equal("text/plain; charset=UTF-8", reply["Content-Type"], ignoreCase: true);
        Assert.Equal("no-store", reply["Cache-Control"]);
        Assert.NotNull(reply["Content-Length"]);
    }

    [Fact]
    public async Task A_poll_waits_until_there_is_something_to_say()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var poll = await session.StartPollAsync();
        Assert.True(await poll.IsSilentAsync(TimeSpan.FromMilliseconds(200)));

        await session.SendAsync("4late");

        Assert.Equal("4late", (await poll.ReplyAsync()).Body);
    }

    [Fact]
    [UnlikeNode("It puts all packets into one payload, which clients in Python refuse above sixteen.")]
    public async Task A_payload_has_at_most_sixteen_packets_and_the_next_poll_gets_the_rest()
    {
        var session = await EnginePolling.OpenAsync(Server);
        string[] packets = [.. Enumerable.Range(0, 40).Select(i => $"4{i}")];
        await session.SendAsync(packets);
        var received = new List<string>();

        while (received.Count < packets.Length)
        {
            var payload = await session.PollAsync();
            Assert.InRange(payload.Length, 1, 16);
            received.AddRange(payload);
        }

        Assert.Equal(packets, received);
    }

    [Theory]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task The_content_type_of_a_POST_does_not_matter(string contentType)
    {
        var session = await EnginePolling.OpenAsync(Server);

        var reply = contentType == "" ? await session.PostAsync("4a") : await session.PostAsync("4a", ("Content-Type", contentType));

        Assert.Equal((200, "ok"), (reply.Status, reply.Body));
        Assert.Equal(["4a"], await session.PollAsync());
    }

    [Fact]
    public async Task A_body_in_chunks_will_do()
    {
        var session = await EnginePolling.OpenAsync(Server);
        var connection = await Server.ConnectHttpAsync();
        await connection.WriteAsync(HttpCall.Post(session.Url, ("Transfer-Encoding", "chunked")) with { StatesLength = false });
        await connection.Wire.WriteAsync("2\r\n4a\r\n3\r\n\u001e4b\r\n0\r\n\r\n");

        var reply = await (await HttpReply.ReadHeadAsync(connection.Wire, "POST")).ReadBodyAsync();

        Assert.Equal("ok", reply.Body);
        Assert.Equal(["4a", "4b"], await session.ReadAsync(2));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("3probe")]
    [InlineData("5")]
    [InlineData("6")]
    public async Task A_packet_without_meaning_is_ignored(string packet)
    {
        var session = await EnginePolling.OpenAsync(Server);

        await session.SendAsync("4a", packet, "4b");

        Assert.Equal(["4a", "4b"], await session.ReadAsync(2));
        await session.AssertOpenAsync();
    }

    [Fact]
    public async Task A_hundred_payloads_come_back_in_order()
    {
        var session = await EnginePolling.OpenAsync(Server);
        for (var i = 0; i < 100; i++)
            await session.SendAsync($"4{i}a", $"4{i}b");

        var received = await session.ReadAsync(200);

        Assert.Equal(Enumerable.Range(0, 100).SelectMany(i => new[] { $"4{i}a", $"4{i}b" }), received);
    }
}
