using System.Collections.Concurrent;

namespace SockJS.Conformance.Sessions;

/// <summary>A client that sends faster than its handler works has to wait, and cannot make the server pile up messages.</summary>
[OwnServer]
public sealed class BackPressureTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private readonly TaskCompletionSource _gate = new();
    private readonly ConcurrentQueue<string> _received = new();

    [Fact]
    public async Task A_send_waits_while_the_handler_is_behind()
    {
        var server = StartGated();
        var url = NewSession("/gated");
        await server.PostAsync(url + "/xhr");
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["1","2"]"""));
        var connection = await server.ConnectHttpAsync();

        await connection.WriteAsync(HttpCall.Post(url + "/xhr_send", """["3","4","5","6","7"]"""));
        Assert.True(await connection.Wire.IsSilentAsync(TimeSpan.FromMilliseconds(300)));
        _gate.SetResult();

        Expect.Status(204, await HttpReply.ReadHeadAsync(connection.Wire, "POST"));
        await AssertReceivedAsync(7);
    }

    [Fact]
    public async Task Of_many_sends_that_would_wait_some_are_refused_and_none_is_torn_apart()
    {
        var server = StartGated();
        var url = NewSession("/gated");
        await server.PostAsync(url + "/xhr");
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["x","y"]"""));

        var sends = Enumerable.Range(0, 40).Select(i => server.PostAsync(url + "/xhr_send", $"[\"{i}a\",\"{i}b\"]")).ToArray();
        await Eventually.IsTrueAsync(() => sends.Any(send => send.IsCompleted));
        Expect.Status(503, await await Task.WhenAny(sends));
        _gate.SetResult();

        var accepted = (await Task.WhenAll(sends)).Count(reply => reply.Status == 204);
        await Eventually.IsTrueAsync(() => _received.Count == 2 + (2 * accepted));
        Assert.All(_received.Skip(2).Chunk(2), pair => Assert.Equal(pair[0].Replace('a', 'b'), pair[1]));
    }

    [Theory]
    [InlineData("/gated/000/pressure/websocket")]
    [InlineData("/gated/websocket")]
    public async Task A_socket_waits_while_the_handler_is_behind_and_loses_nothing(string path)
    {
        var server = StartGated();
        var socket = await server.OpenWebSocketAsync(path);
        for (var i = 1; i <= 100; i++)
            await socket.SendAsync(path == "/gated/websocket" ? $"{i}" : $"[\"{i}\"]");

        _gate.SetResult();

        await AssertReceivedAsync(100);
    }

    [Fact]
    public async Task A_session_that_ends_lets_waiting_sends_go()
    {
        var server = StartGated();
        var url = NewSession("/gated");
        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        var connection = await server.ConnectHttpAsync();
        await server.UntilRequestedAsync(() => connection.WriteAsync(HttpCall.Post(url + "/xhr_send", """["1","2","3","4","5"]""")));
        Assert.True(await connection.Wire.IsSilentAsync(TimeSpan.FromMilliseconds(300)));

        await stream.CloseAsync();

        Expect.Status(204, await HttpReply.ReadHeadAsync(connection.Wire, "POST"));
        _gate.SetResult();
    }

    private LiveServer StartGated() => Start(
        "/gated",
        async connection =>
        {
            await _gate.Task;
            await foreach (var message in connection.ReadAllAsync())
                _received.Enqueue(message);
        },
        options => options.ReceiveBufferMessages = 2);

    private async Task AssertReceivedAsync(int count)
    {
        await Eventually.IsTrueAsync(() => _received.Count >= count);
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"{i}"), _received);
    }
}
