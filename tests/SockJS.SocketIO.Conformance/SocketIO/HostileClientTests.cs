using System.Collections.Concurrent;
using SockJS.SocketIO.Hosting;

namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Clients that do not do as they should, and what others and the log notice of them: nothing.</summary>
[OwnServer]
public sealed class HostileClientTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Fact]
    public async Task Bytes_that_are_no_UTF8_do_not_reach_other_clients()
    {
        var server = StartSocketIO(static main => main.On("say", static (socket, arguments) => socket.In().EmitAsync("said", arguments)));
        var victim = await JoinAsync(server);
        var attacker = await JoinPollingAsync(server);

        await server.SendAsync(new HttpCall("POST", attacker.Url) { Body = [.. "42[\"say\",\""u8, 0xFF, .. "\"]"u8] });
        await victim.SendAsync("42[\"say\",\"fine\"]");

        Assert.Equal("42[\"said\",\"fine\"]", await victim.ReadAsync());
    }

    [Fact]
    public async Task Who_does_not_answer_or_answers_something_else_causes_no_error()
    {
        var failures = new ConcurrentQueue<Exception>();
        var server = StartSocketIO(
            main => main.On("ask", async (socket, _) =>
            {
                try
                {
                    await socket.EmitWithAckAsync<int>("well?");
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                    throw;
                }
            }),
            static options => options.AckTimeout = TimeSpan.FromSeconds(1));
        var client = await JoinAsync(server);

        await client.SendAsync("42[\"ask\"]");
        Assert.Equal("420[\"well?\"]", await client.ReadAsync());
        await Eventually.IsTrueAsync(() => Task.FromResult(failures.Count == 1));
        await client.SendAsync("42[\"ask\"]");
        Assert.Equal("421[\"well?\"]", await client.ReadAsync());
        await client.SendAsync("431[\"no number\"]");
        await Eventually.IsTrueAsync(() => Task.FromResult(failures.Count == 2));

        // The fixture looks at the log; the connection goes on.
        await client.SendAsync("42[\"ask\"]");
        Assert.Equal("422[\"well?\"]", await client.ReadAsync());
        Assert.IsType<SocketIOAckTimeoutException>(failures.First());
        Assert.IsAssignableFrom<System.Text.Json.JsonException>(failures.Last());
    }

    [Fact]
    public async Task A_client_that_says_too_much_is_cut_off()
    {
        var handled = 0;
        var server = StartSocketIO(
            main => main.On("say", (_, _) =>
            {
                Interlocked.Increment(ref handled);
                return default;
            }),
            static options => (options.MessagesPerSecond, options.MessageBurst) = (1, 5));
        var (loud, quiet) = (await JoinAsync(server), await JoinAsync(server));

        for (var i = 0; i < 20; i++)
            await loud.SendAsync("42[\"say\"]");

        Assert.Equal(1000, await loud.ReadCloseAsync());
        Assert.InRange(Volatile.Read(ref handled), 0, 10);
        await quiet.SendAsync("42[\"say\"]");
        Assert.True(await quiet.WebSocket.IsSilentAsync(TimeSpan.FromMilliseconds(100)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_what_a_client_says_too_much_binary_events_are_dropped_whole(bool overWebSocket)
    {
        var server = StartSocketIO(
            static main => main.On("say", static (socket, arguments) => socket.EmitAsync("said", arguments)),
            static options =>
            {
                (options.MessagesPerSecond, options.MessageBurst) = (1, 6);
                options.MessageLimitPolicy = MessageLimitPolicy.Drop;
            });
        string[] packets = [.. Enumerable.Repeat(new[] { "452-[\"say\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]", "bAQ==", "bAg==" }, 10).SelectMany(static one => one)];

        if (overWebSocket)
        {
            var socket = await JoinAsync(server);
            foreach (var packet in packets)
                await socket.SendAsync(packet);
            Assert.Equal(["452-[\"said\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]", "0x01", "0x02"], await socket.ReadAsync(3));
            await AssertAliveAsync(() => socket.SendAsync("42[\"say\",\"alive\"]"), () => ReadAsync(socket, IsAlive));
            return;
        }

        var session = await JoinPollingAsync(server);
        await session.SendAsync(packets);
        Assert.StartsWith("452-[\"said\"", (await session.PollAsync())[0], StringComparison.Ordinal);
        await AssertAliveAsync(() => session.SendAsync("42[\"say\",\"alive\"]"), () => session.ReadAsync(IsAlive));
    }

    [Theory]
    [InlineData("431[]")]
    [InlineData("461-1[{\"_placeholder\":true,\"num\":0}]", "bAQ==")]
    public async Task A_client_that_answers_what_it_was_not_asked_is_cut_off(params string[] answer)
    {
        var server = StartSocketIO(static _ => { }, static options => (options.MessagesPerSecond, options.MessageBurst) = (1, 5));
        var (socket, session) = (await JoinAsync(server), await JoinPollingAsync(server));
        string[] answers = [.. Enumerable.Repeat(answer, 20).SelectMany(static one => one)];

        foreach (var packet in answers)
            await socket.SendAsync(packet);
        await session.SendAsync(answers);

        Assert.Equal(1000, await socket.ReadCloseAsync());
        Assert.Equal(["1"], await session.PollAsync());
    }

    [Fact]
    public async Task Of_what_a_client_answers_too_much_binary_answers_are_dropped_whole()
    {
        var server = StartSocketIO(
            static main => main.On("say", static (socket, arguments) => socket.EmitAsync("said", arguments)),
            static options =>
            {
                (options.MessagesPerSecond, options.MessageBurst) = (1, 6);
                options.MessageLimitPolicy = MessageLimitPolicy.Drop;
            });
        var socket = await JoinAsync(server);

        for (var i = 0; i < 10; i++)
        {
            foreach (var packet in new[] { "462-1[{\"_placeholder\":true,\"num\":0}]", "bAQ==", "bAg==" })
                await socket.SendAsync(packet);
        }

        await AssertAliveAsync(() => socket.SendAsync("42[\"say\",\"alive\"]"), () => ReadAsync(socket, IsAlive));
    }

    [Fact]
    public async Task Answers_that_have_to_wait_for_their_turn_are_not_lost()
    {
        var server = StartSocketIO(
            static main => main.On("ask", static async (socket, _, ack) =>
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(i => socket.EmitWithAckAsync<int>("well?", i)));
                await ack.SendAsync(answers.Sum());
            }),
            static options =>
            {
                (options.MessagesPerSecond, options.MessageBurst) = (10, 10);
                options.MessageLimitPolicy = MessageLimitPolicy.Wait;
            });
        var socket = await JoinAsync(server);

        await socket.SendAsync("420[\"ask\"]");
        for (var i = 0; i < 15; i++)
            Assert.Equal($"42{i}[\"well?\",{i}]", await socket.ReadAsync());
        for (var i = 0; i < 15; i++)
            await socket.SendAsync($"43{i}[1]");

        Assert.Equal("430[15]", await socket.ReadAsync());
    }

    [Fact]
    public async Task What_has_to_wait_for_its_turn_is_not_lost()
    {
        var server = StartSocketIO(
            static main => main.On("say", static (_, arguments, ack) => ack.SendAsync(arguments)),
            static options =>
            {
                (options.MessagesPerSecond, options.MessageBurst) = (10, 10);
                options.MessageLimitPolicy = MessageLimitPolicy.Wait;
            });
        var socket = await JoinAsync(server);

        for (var i = 0; i < 15; i++)
            await socket.SendAsync($"42{i}[\"say\",{i}]");

        Assert.Equal(Enumerable.Range(0, 15).Select(static i => $"43{i}[{i}]"), await socket.ReadAsync(15));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(30_000, false)]
    public async Task One_attachment_does_not_become_any_number_of_them(int placeholders, bool isTaken)
    {
        const int Megabyte = 1_000_000;
        var server = StartSocketIO(
            static main => main.On("count", static (socket, arguments) => socket.EmitAsync("counted", arguments.Get<List<byte[]>>(0)!.Count)));
        var (attacker, other) = (await JoinAsync(server), await JoinAsync(server));

        await attacker.SendAsync($"451-[\"count\",[{string.Join(',', Enumerable.Repeat("{\"_placeholder\":true,\"num\":0}", placeholders))}]]");
        await attacker.SendAsync(new byte[Megabyte]);

        if (isTaken)
            Assert.Equal($"42[\"counted\",{placeholders}]", await attacker.ReadAsync());
        else
            Assert.Equal(1000, await attacker.ReadCloseAsync());
        await other.SendAsync("42[\"count\",[]]");
        Assert.Equal("42[\"counted\",0]", await other.ReadAsync());
    }

    private static bool IsAlive(string packet) => packet.Contains("alive", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(EngineSocket socket, Predicate<string> isWanted)
    {
        string packet;
        do
            packet = await socket.ReadAsync();
        while (!isWanted(packet));
        return packet;
    }

    private static async Task AssertAliveAsync(Func<Task> say, Func<Task<string>> read)
    {
        var reading = read();
        while (!reading.IsCompleted)
        {
            // There may be no permit for it yet.
            await say();
            await Task.WhenAny(reading, Task.Delay(100));
        }

        Assert.True(IsAlive(await reading));
    }

    private static async Task<EngineSocket> JoinAsync(LiveServer server)
    {
        var socket = await EngineSocket.OpenAsync(server, EnginePaths.SocketIO);
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
        return socket;
    }

    private static async Task<EnginePolling> JoinPollingAsync(LiveServer server)
    {
        var session = await EnginePolling.OpenAsync(server, EnginePaths.SocketIO);
        await session.SendAsync("40");
        Assert.StartsWith("40{", (await session.PollAsync())[0], StringComparison.Ordinal);
        return session;
    }

    private LiveServer StartSocketIO(Action<SocketIONamespaceBuilder> main, Action<SocketIOOptions>? configure = null) => Start(
        static services => services.AddSocketIO(),
        app => app.MapSocketIO("/socket.io", io => io.Namespace("/", main), configure));
}
