using System.Net.WebSockets;
using System.Text;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

/// <summary>What handlers of WebSockets receive and send, and what they get wrong.</summary>
public sealed class SockJSWebSocketTests
{
    [Fact]
    public async Task A_message_is_received_in_parts_as_large_as_the_buffer()
    {
        var parts = await RunAsync("[\"hello\",\"\",\"abc\"]", static async socket =>
        {
            var buffer = new byte[3];
            var parts = new List<string>();
            do
                parts.Add(Describe(await socket.ReceiveAsync(buffer.AsMemory(), default), buffer));
            while (parts.Count < 4);
            return parts;
        });

        Assert.Equal(["Text hel ...", "Text lo end", "Text  end", "Text abc end"], parts);
    }

    [Fact]
    public async Task A_receive_without_a_buffer_waits_for_a_message_and_takes_nothing_of_it()
    {
        var parts = await RunAsync("[\"hello\",\"\"]", static async socket =>
        {
            var buffer = new byte[10];
            return (string[])
            [
                Describe(await socket.ReceiveAsync(Memory<byte>.Empty, default), []),
                Describe(await socket.ReceiveAsync(buffer.AsMemory(), default), buffer),
                Describe(await socket.ReceiveAsync(Memory<byte>.Empty, default), []),
            ];
        });

        Assert.Equal(["Text  ...", "Text hello end", "Text  end"], parts);
    }

    [Fact]
    public async Task Both_ways_to_receive_say_the_same()
    {
        var parts = await RunAsync("[\"hello\",\"hello\"]", static async socket =>
        {
            var buffer = new byte[10];
            var one = await socket.ReceiveAsync(buffer.AsMemory(2, 8), default);
            var other = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, 2, 8), default);
            return (string[])[$"{one.Count} {one.MessageType} {one.EndOfMessage}", $"{other.Count} {other.MessageType} {other.EndOfMessage}"];
        });

        Assert.Equal(["5 Text True", "5 Text True"], parts);
    }

    [Fact]
    public async Task There_is_one_receive_at_a_time()
    {
        using var world = AdapterWorld.Of(static async (socket, _) =>
        {
            var first = socket.ReceiveAsync(new byte[1].AsMemory(), default).AsTask();
            await Assert.ThrowsAsync<InvalidOperationException>(() => socket.ReceiveAsync(new byte[1].AsMemory(), default).AsTask());
            await first;
        });
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"a\"]"u8.ToArray());

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task Fragments_leave_as_one_message_even_if_they_split_a_character()
    {
        using var world = AdapterWorld.Of(static async (socket, _) =>
        {
            var bytes = Encoding.UTF8.GetBytes("a\U0001F600");
            for (var i = 0; i < bytes.Length; i++)
                await socket.SendAsync(bytes.AsMemory(i, 1), WebSocketMessageType.Text, endOfMessage: false, default);
            await socket.SendAsync(ArraySegment<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, default);
            await socket.SendAsync("next"u8.ToArray().AsMemory(), WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, default);
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, default);
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["a\U0001F600", "next", ""], sink.Messages);
    }

    [Fact]
    public async Task Fragments_are_kept_up_to_the_size_of_the_send_buffer()
    {
        using var world = AdapterWorld.Of(
            static async (socket, _) =>
            {
                await socket.SendAsync(new byte[600].AsMemory(), WebSocketMessageType.Text, endOfMessage: false, default);
                await socket.SendAsync(new byte[400].AsMemory(), WebSocketMessageType.Text, endOfMessage: false, default);
                await socket.SendAsync(new byte[1].AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default);
            },
            configure: static options => options.SendBufferBytes = 1000);
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Contains("SendBufferBytes", Assert.Single(world.Log.Errors).Exception?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_message_is_refused_where_no_encoding_says_how_it_travels()
    {
        using var world = AdapterWorld.Of(static async (socket, _) =>
        {
            await Assert.ThrowsAsync<NotSupportedException>(
                () => socket.SendAsync(new byte[1].AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, default).AsTask());
            await Assert.ThrowsAsync<ArgumentException>(
                () => socket.SendAsync(new byte[1].AsMemory(), WebSocketMessageType.Close, endOfMessage: true, default).AsTask());
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task With_an_encoding_messages_are_binary_in_both_directions()
    {
        using var world = AdapterWorld.Of(
            static async (socket, _) =>
            {
                var buffer = new byte[2];
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer.AsMemory(), default);
                    Assert.Equal(WebSocketMessageType.Binary, result.MessageType);
                    await socket.SendAsync(buffer.AsMemory(0, result.Count), WebSocketMessageType.Binary, result.EndOfMessage, default);
                }
                while (!result.EndOfMessage);
                await socket.SendAsync("abc"u8.ToArray().AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default);
            },
            SockJSByteEncoding.Base64);
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"AP+A\"]"u8.ToArray());

        await sink.Ended.SoonAsync();
        Assert.Equal(["AP+A", "YWJj"], sink.Messages);
    }

    [Fact]
    public async Task A_message_that_stands_for_no_bytes_closes_the_connection()
    {
        var result = new TaskCompletionSource<WebSocketReceiveResult>();
        using var world = AdapterWorld.Of(
            async (socket, _) => result.SetResult(await socket.ReceiveAsync(new ArraySegment<byte>(new byte[10]), default)), SockJSByteEncoding.Base64);
        var (session, sink) = await world.ConnectAsync();
        await session.ReceiveAsync("[\"nonsense!\"]"u8.ToArray());

        Assert.Equal((WebSocketCloseStatus)4400, (await result.Task.SoonAsync()).CloseStatus);
        await sink.Ended.SoonAsync();
        Assert.Equal("c[4400,\"Invalid message\"]", sink.Frames[^1]);
        Assert.Single(world.Log.Entries, static entry => entry.Event.Name == "MessageRefused");
    }

    [Fact]
    public async Task A_message_that_ends_within_a_character_is_a_failure_of_the_handler_that_encodes_in_Utf8()
    {
        using var world = AdapterWorld.Of(
            static async (socket, _) => await socket.SendAsync(new byte[] { 0xE6, 0x97 }.AsMemory(), WebSocketMessageType.Binary, true, default),
            SockJSByteEncoding.Utf8);
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[4500,\"Internal error\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task A_send_waits_for_a_client_that_does_not_receive()
    {
        var sent = 0;
        using var world = AdapterWorld.Of(
            async (socket, _) =>
            {
                for (; sent < 100; sent++)
                    await socket.SendAsync(new byte[100].AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default);
            },
            configure: static options => options.SendBufferBytes = 1000);
        var session = world.Open();
        var sink = world.Sink();
        sink.Stall();
        world.Attach(session, sink);
        sink.Continue();

        await sink.Ended.SoonAsync();
        Assert.Equal(100, sink.Messages.Count);
    }

    [Fact]
    public async Task A_client_waits_for_a_handler_that_does_not_receive()
    {
        var mayReceive = new TaskCompletionSource();
        var received = 0;
        using var world = AdapterWorld.Of(
            async (socket, _) =>
            {
                await mayReceive.Task;
                var buffer = new byte[1000];
                while ((await socket.ReceiveAsync(buffer.AsMemory(), default)).MessageType != WebSocketMessageType.Close)
                    received++;
            },
            configure: static options => options.ReceiveBufferMessages = 2);
        var (session, sink) = await world.ConnectAsync();
        var receiving = session.ReceiveAsync("[\"a\",\"b\",\"c\",\"d\"]"u8.ToArray());
        Assert.False(receiving.IsCompleted);
        mayReceive.SetResult();
        await receiving.SoonAsync();
        session.Lost(sink);

        await world.Table.ShutDownAsync().SoonAsync();
        Assert.Equal(4, received);
    }

    private static string Describe(ValueWebSocketReceiveResult result, byte[] buffer)
        => $"{result.MessageType} {Encoding.UTF8.GetString(buffer, 0, result.Count)} {(result.EndOfMessage ? "end" : "...")}";

    private static async Task<IReadOnlyList<string>> RunAsync(string payload, Func<WebSocket, Task<IReadOnlyList<string>>> handler)
    {
        var result = new TaskCompletionSource<IReadOnlyList<string>>();
        using var world = AdapterWorld.Of(async (socket, _) => result.SetResult(await handler(socket)));
        var (session, _) = await world.ConnectAsync();
        await session.ReceiveAsync(Encoding.UTF8.GetBytes(payload));
        return await result.Task.SoonAsync();
    }
}
