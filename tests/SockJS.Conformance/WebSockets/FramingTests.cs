namespace SockJS.Conformance.WebSockets;

/// <summary>Frames that RFC 6455 allows, and those that it forbids.</summary>
public sealed class FramingTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    public static TheoryData<string> Paths => ["/echo/000/frames/websocket", "/echo/websocket"];

    public static TheoryData<string, int[]> Forbidden() => new()
    {
        { "rsv1", [1002] },
        { "rsv2", [1002] },
        { "rsv3", [1002] },
        { "unmasked", [1002] },
        { "reserved data opcode", [1002] },
        { "reserved control opcode", [1002] },
        { "fragmented ping", [1002] },
        { "long ping", [1002] },
        { "length of 2^63", [1002, 1009] },
        { "continuation of nothing", [1002] },
        { "text inside a message", [1002] },
        { "invalid utf-8", [1007] },
        { "utf-8 of a surrogate", [1007] },
        { "unfinished utf-8", [1007] },
        { "close of one byte", [1002] },
        { "close with a code nobody may send", [1002] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task A_forbidden_frame_ends_the_connection_with_its_code(string frame, int[] codes)
    {
        foreach (var path in Paths)
        {
            var socket = await OpenAsync(path);

            await socket.SendBytesAsync(Bytes(frame));

            var close = await socket.ReadCloseAsync();
            Assert.Contains(close.CloseCode, codes);
        }

        Assert.Equal("o\n", (await Server.PostAsync(NewSession() + "/xhr")).Body);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Pings_are_answered_with_what_they_carry(string path)
    {
        var socket = await OpenAsync(path);

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, "are you there"u8.ToArray()));

        var pong = await socket.ReadFrameAsync();
        Assert.Equal((WebSocketFrame.Pong, "are you there"), (pong.Opcode, pong.PayloadText));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Of_many_pings_the_newest_is_answered_at_least(string path)
    {
        const int Last = 20_000;
        var socket = await OpenAsync(path);

        for (var i = 1; i <= Last; i++)
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, BitConverter.GetBytes(i)));

        var seen = 0;
        while (seen < Last)
        {
            var pong = await socket.ReadFrameAsync();
            Assert.Equal(WebSocketFrame.Pong, pong.Opcode);
            Assert.True(BitConverter.ToInt32(pong.Payload) > seen);
            seen = BitConverter.ToInt32(pong.Payload);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Pongs_that_nobody_asked_for_are_ignored(string path)
    {
        var socket = await OpenAsync(path);

        for (var i = 0; i < 1000; i++)
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Pong, []));
        await socket.SendAsync("""["a"]""");

        Assert.EndsWith("""["a"]""", await socket.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_message_may_come_in_fragments_with_pings_between(string path)
    {
        var socket = await OpenAsync(path);

        var fragments = "[\"é\"]"u8.ToArray().Chunk(1).ToArray();
        for (var i = 0; i < fragments.Length; i++)
        {
            await socket.SendAsync(new WebSocketFrame(i == 0 ? WebSocketFrame.Text : WebSocketFrame.Continuation, fragments[i])
            {
                IsFinal = i == fragments.Length - 1,
            });
            if (i == fragments.Length - 1)
                break;
            await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, [(byte)i]));
            Assert.Equal(WebSocketFrame.Pong, (await socket.ReadFrameAsync()).Opcode);
        }

        Assert.EndsWith("[\"é\"]", await socket.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Empty_fragments_are_allowed(string path)
    {
        var socket = await OpenAsync(path);

        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Text, []) { IsFinal = false });
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, """["a"]"""u8.ToArray()) { IsFinal = false });
        await socket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, []));

        Assert.EndsWith("""["a"]""", await socket.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_frame_may_come_byte_by_byte(string path)
    {
        var socket = await OpenAsync(path);

        foreach (var piece in WebSocketFrame.OfText("""["a"]""").ToBytes())
            await socket.SendBytesAsync([piece]);

        Assert.EndsWith("""["a"]""", await socket.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_reset_inside_a_frame_harms_nobody(string path)
    {
        for (var i = 0; i < 20; i++)
        {
            var socket = await OpenAsync(path);
            await socket.SendBytesAsync(WebSocketFrame.OfText("""["a"]""").ToBytes()[..^3]);
            socket.Reset();
        }

        Assert.Equal("o\n", (await Server.PostAsync(NewSession() + "/xhr")).Body);
    }

    [Fact]
    public async Task Random_bytes_harm_nobody()
    {
        var random = new Random(6455);
        for (var i = 0; i < 100; i++)
        {
            var socket = await OpenAsync(i % 2 == 0 ? "/echo/000/frames/websocket" : "/echo/websocket");
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            await socket.SendBytesAsync(bytes);
            await socket.DropAsync();
        }

        Assert.Equal("o\n", (await Server.PostAsync(NewSession() + "/xhr")).Body);
    }

    private static byte[] Bytes(string frame) => frame switch
    {
        "rsv1" => (WebSocketFrame.OfText("[]") with { Reserved = 4 }).ToBytes(),
        "rsv2" => (WebSocketFrame.OfText("[]") with { Reserved = 2 }).ToBytes(),
        "rsv3" => (WebSocketFrame.OfText("[]") with { Reserved = 1 }).ToBytes(),
        "unmasked" => (WebSocketFrame.OfText("[]") with { IsMasked = false }).ToBytes(),
        "reserved data opcode" => new WebSocketFrame(3, "[]"u8.ToArray()).ToBytes(),
        "reserved control opcode" => new WebSocketFrame(11, []).ToBytes(),
        "fragmented ping" => new WebSocketFrame(WebSocketFrame.Ping, []) { IsFinal = false }.ToBytes(),
        "long ping" => new WebSocketFrame(WebSocketFrame.Ping, new byte[126]).ToBytes(),
        "length of 2^63" => (WebSocketFrame.OfText("[]") with { ClaimedLength = 1UL << 63 }).ToBytes(),
        "continuation of nothing" => new WebSocketFrame(WebSocketFrame.Continuation, "[]"u8.ToArray()).ToBytes(),
        "text inside a message" => [.. (WebSocketFrame.OfText("[") with { IsFinal = false }).ToBytes(), .. WebSocketFrame.OfText("]").ToBytes()],
        "invalid utf-8" => new WebSocketFrame(WebSocketFrame.Text, [(byte)'[', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)']']).ToBytes(),
        "utf-8 of a surrogate" => new WebSocketFrame(WebSocketFrame.Text, [(byte)'[', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)']']).ToBytes(),
        "unfinished utf-8" => new WebSocketFrame(WebSocketFrame.Text, [(byte)'"', 0xE2, 0x82]).ToBytes(),
        "close of one byte" => new WebSocketFrame(WebSocketFrame.Close, [3]).ToBytes(),
        "close with a code nobody may send" => WebSocketFrame.OfClose(1005).ToBytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    private async Task<WebSocketClient> OpenAsync(string path)
    {
        var socket = await Server.OpenWebSocketAsync(path);
        if (path.Contains("/000/", StringComparison.Ordinal))
            Assert.Equal("o", await socket.ReadTextAsync());
        return socket;
    }
}
