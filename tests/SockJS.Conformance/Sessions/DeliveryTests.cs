using System.Text.Json;

namespace SockJS.Conformance.Sessions;

/// <summary>Messages arrive once and in order.</summary>
public sealed class DeliveryTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    [Fact]
    public async Task Nothing_is_lost_or_reordered_over_recycled_streams()
    {
        const int Count = 300;
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);
        var sending = SendAllAsync();

        var received = new List<string>();
        var streams = 0;
        while (received.Count < Count)
        {
            streams++;
            var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
            await stream.ReadAsync();
            while (received.Count < Count && await stream.ReadAsync() is { } frame)
                received.AddRange(Messages(frame));
        }

        await sending;
        Assert.Equal(Enumerable.Range(0, Count).Select(Text), received);
        Assert.True(streams > 1);

        async Task SendAllAsync()
        {
            for (var i = 0; i < Count; i += 3)
                Expect.Status(204, await Server.PostAsync(url + "/xhr_send", JsonSerializer.Serialize(Enumerable.Range(i, 3).Select(Text))));
        }

        static string Text(int i) => $"{i:d6} {new string('x', 100)}";
    }

    [Fact]
    public async Task Nothing_is_lost_or_reordered_over_polls()
    {
        const int Count = 300;
        var url = NewSession();
        Assert.Equal("o\n", (await Server.PostAsync(url + "/xhr")).Body);

        var received = new List<string>();
        for (var sent = 0; sent < Count; sent += 100)
            Expect.Status(204, await Server.PostAsync(url + "/xhr_send", JsonSerializer.Serialize(Enumerable.Range(sent, 100).Select(i => $"{i}"))));
        while (received.Count < Count)
            received.AddRange(Messages((await Server.PostAsync(url + "/xhr")).Body));

        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}"), received);
    }

    [Fact]
    public async Task A_send_is_answered_only_when_its_messages_were_handed_over()
    {
        // Sent on changing connections, the order holds only if each answer comes after the hand-over.
        var url = NewSession();
        var stream = await Server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());

        for (var i = 0; i < 50; i++)
            Expect.Status(204, await Server.PostAsync(url + "/xhr_send", $"[\"{i}a\",\"{i}b\"]"));

        var received = new List<string>();
        while (received.Count < 100)
            received.AddRange(Messages((await stream.ReadAsync())!));
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => new[] { $"{i}a", $"{i}b" }), received);
    }

    [Fact]
    [OwnServer]
    public async Task Messages_without_a_receiver_wait_in_one_frame()
    {
        var echo = new CountingEcho();
        var server = Start("/echo", echo.RunAsync);
        var url = NewSession();
        await server.PostAsync(url + "/xhr");

        await server.PostAsync(url + "/xhr_send", """["1","2"]""");
        await server.PostAsync(url + "/xhr_send", """["3"]""");
        await echo.WaitForAsync(3);

        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming"));
        await stream.ReadAsync();
        Assert.Equal("a[\"1\",\"2\",\"3\"]\n", await stream.ReadAsync());
    }

    private static string[] Messages(string frame)
    {
        Assert.StartsWith("a[", frame, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<string[]>(frame[1..])!;
    }
}
