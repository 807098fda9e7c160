using System.Text;

namespace SockJS.SocketIO.Conformance.EngineIO;

/// <summary>Messages over WebSocket, and what ends a session there.</summary>
public sealed class WebSocketTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    private const int MaxPayload = 1_000_000;
    private const int InvalidPayload = 1007;
    private const int TooBig = 1009;

    [Theory]
    [InlineData("4hello")]
    [InlineData("4")]
    [InlineData("4€ é 😀 \u2028")]
    [InlineData("4a\u001e4b")]
    public async Task A_text_comes_back_as_it_was(string packet)
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync(packet);

        Assert.Equal(packet, await socket.ReadAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0123456789abcdef")]
    [InlineData("34")]
    public async Task Bytes_come_back_as_a_binary_frame_without_a_type(string hex)
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync(Convert.FromHexString(hex));

        Assert.Equal("0x" + hex, await socket.ReadAsync());
    }

    [Fact]
    public async Task A_text_that_begins_with_b_is_bytes_in_Base64()
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync("bAQIDBA==");

        Assert.Equal("0x01020304", await socket.ReadAsync());
    }

    [Fact]
    public async Task A_client_that_wants_no_binary_frames_gets_Base64()
    {
        var socket = await EngineSocket.OpenAsync(Server, query: "&b64=1");

        await socket.SendAsync([1, 2, 3, 4]);

        Assert.Equal("bAQIDBA==", await socket.ReadAsync());
    }

    [Fact]
    public async Task A_message_in_fragments_comes_together()
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.WebSocket.SendAsync(WebSocketFrame.OfText("4he") with { IsFinal = false });
        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, "ll"u8.ToArray()) { IsFinal = false });
        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Continuation, "o"u8.ToArray()));

        Assert.Equal("4hello", await socket.ReadAsync());
    }

    [Fact]
    public async Task A_ping_of_the_WebSocket_itself_is_answered_and_is_no_packet()
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Ping, "x"u8.ToArray()));

        Assert.Equal(WebSocketFrame.Pong, (await socket.WebSocket.ReadFrameAsync()).Opcode);
        await socket.AssertEchoesAsync();
    }

    [Fact]
    public async Task A_message_at_the_limit_is_taken_with_its_type_counted()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        var packet = "4" + new string('x', MaxPayload - 1);

        await socket.SendAsync(packet);

        Assert.Equal(packet, await socket.ReadAsync());
    }

    [Theory]
    [InlineData(WebSocketFrame.Text, 1)]
    [InlineData(WebSocketFrame.Binary, 1)]
    [InlineData(WebSocketFrame.Text, 11)]
    public async Task A_message_above_the_limit_closes_with_1009_and_no_reason_in_however_many_fragments(int opcode, int fragments)
    {
        var socket = await EngineSocket.OpenAsync(Server);
        var fragment = Encoding.ASCII.GetBytes(new string('4', (MaxPayload + fragments) / fragments));
        for (var i = 0; i < fragments; i++)
            await socket.WebSocket.SendAsync(new WebSocketFrame(i == 0 ? opcode : WebSocketFrame.Continuation, fragment) { IsFinal = i == fragments - 1 });

        var close = await socket.WebSocket.ReadCloseAsync();

        Assert.Equal((TooBig, ""), (close.CloseCode, close.CloseReason));
    }

    [Fact]
    public async Task A_text_that_is_not_UTF8_closes_with_1007()
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Text, [(byte)'4', 0xff, 0xfe]));

        Assert.Equal(InvalidPayload, await socket.ReadCloseAsync());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2probe")]
    public async Task An_invalid_packet_ends_the_session(string packet)
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync(packet);

        await socket.AssertClosesSilentlyAsync();
        Assert.Equal(400, (await Server.GetAsync($"{EnginePaths.Engine}{EnginePaths.Polling}&sid={socket.Sid}")).Status);
    }

    [Fact]
    [UnlikeNode("It waits for the close frame of the client, or for the heartbeat to fail.")]
    public async Task A_close_packet_ends_the_session_at_once()
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync("1");

        await socket.AssertClosesSilentlyAsync();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("3probe")]
    [InlineData("5")]
    [InlineData("6")]
    public async Task A_packet_without_meaning_is_ignored(string packet)
    {
        var socket = await EngineSocket.OpenAsync(Server);

        await socket.SendAsync(packet);

        await socket.AssertEchoesAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_WebSocket_that_is_gone_ends_the_session(bool reset)
    {
        var socket = await EngineSocket.OpenAsync(Server);
        if (reset)
            socket.WebSocket.Reset();
        else
            await socket.WebSocket.DropAsync();

        await Eventually.IsTrueAsync(async () =>
            (await Server.GetAsync($"{EnginePaths.Engine}{EnginePaths.Polling}&sid={socket.Sid}")).Body.Contains("Session ID unknown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_messages_come_back_in_order()
    {
        var socket = await EngineSocket.OpenAsync(Server);
        for (var i = 0; i < 1000; i++)
            await socket.SendAsync($"4{i}");

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"4{i}"), await socket.ReadAsync(1000));
    }
}
