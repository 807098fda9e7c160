namespace SockJS.Conformance.Sessions;

/// <summary>What happens when requests of one session meet.</summary>
public sealed class RaceTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Of_fifty_racing_receivers_one_opens_the_session_and_the_rest_are_refused()
    {
        var url = NewSession();
        var connections = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Server.ConnectHttpAsync()));

        var frames = await Task.WhenAll(connections.Select(async connection =>
        {
            var reply = await connection.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            Expect.Status(200, reply);
            await reply.ReadChunkAsync();
            return await reply.ReadChunkAsync();
        }));

        Assert.Single(frames, frame => frame == "o\n");
        Assert.Equal(49, frames.Count(frame => frame == "c[2010,\"Another connection still open\"]\n"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_right_after_a_drop_is_never_refused(bool reset)
    {
        for (var i = 0; i < 50; i++)
        {
            var url = NewSession();
            var first = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            await first.ReadAsync();
            Assert.Equal("o\n", await first.ReadAsync());
            var connection = await Server.ConnectHttpAsync();

            if (reset)
                first.Reset();
            else
                await first.CloseAsync();

            Assert.Equal("o\n", (await connection.SendAsync(HttpCall.Post(url + "/xhr"))).Body);
        }
    }

    [Fact]
    [OwnServer]
    public async Task A_stream_that_waits_for_a_session_whose_place_goes_to_another_ends_in_order()
    {
        var server = StartEcho(options => options.MaxSessions = 1);
        for (var round = 0; round < 20; round++)
        {
            var url = NewSession();
            var first = await OpenUntilAcceptedAsync(url);
            await first.ReadAsync();
            Assert.Equal("o\n", await first.ReadAsync());

            // It has its prelude already when it learns that there is no place any more.
            var waiting = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            await waiting.ReadAsync();
            var rivals = Enumerable.Range(0, 8).Select(_ => TakePlaceAsync()).ToArray();
            await first.CloseAsync();

            var frame = await waiting.ReadAsync();
            Assert.True(frame is null or "o\n" || frame.StartsWith("c[", StringComparison.Ordinal), frame);
            await waiting.CloseAsync();
            foreach (var rival in await Task.WhenAll(rivals))
                await rival.Wire.DisposeAsync();
        }

        async Task<StreamingReply> OpenUntilAcceptedAsync(string url)
        {
            var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            while (stream.Reply.Status != 200)
                stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            return stream;
        }

        // Asks again and again on one connection, so as to be there in the moment when the place is free.
        async Task<HttpConnection> TakePlaceAsync()
        {
            var connection = await server.ConnectHttpAsync();
            for (var i = 0; i < 100; i++)
            {
                var reply = await connection.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
                if (reply.Status == 200)
                    break;
                await reply.ReadBodyAsync();
            }

            return connection;
        }
    }

    [Fact]
    public async Task Racing_sends_to_one_session_all_arrive()
    {
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Server.PostAsync(url + "/xhr_send", $"[\"{i}\"]")));
        Assert.All(replies, reply => Expect.Status(204, reply));

        var received = new HashSet<string>();
        while (received.Count < 50)
            received.UnionWith(System.Text.Json.JsonSerializer.Deserialize<string[]>((await Server.PostAsync(url + "/xhr")).Body[1..])!);
        Assert.Equal(50, received.Count);
    }

    [Fact]
    [OwnServer]
    public async Task Drops_and_new_receivers_in_any_order_leave_no_session_behind()
    {
        var server = StartRecorder(options => options.MaxSessions = 20, out var log);
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            {
                var stream = await server.OpenAsync(HttpCall.Post(NewSession() + "/xhr_streaming"));
                Expect.Status(200, stream.Reply);
                await stream.CloseAsync();
            }));
            await Eventually.IsTrueAsync(() => log.Reasons.Count >= (round + 1) * 10);
        }

        Assert.Equal(200, log.Reasons.Count);
    }
}
