using System.Text;

namespace SockJS.Conformance.Support;

/// <summary>A WebSocket that shows each frame, and sends whatever it is told to.</summary>
public sealed class WebSocketClient
{
    public const string Key = "dGhlIHNhbXBsZSBub25jZQ==";

    private readonly Wire _wire;

    private WebSocketClient(Wire wire, HttpReply handshake)
    {
        _wire = wire;
        Handshake = handshake;
    }

    public HttpReply Handshake { get; }

    /// <summary>The request that opens a WebSocket; a header that the test gives replaces the usual one.</summary>
    public static HttpCall Upgrade(string path, params (string Name, string Value)[] headers)
    {
        (string Name, string Value)[] usual =
        [
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", Key),
        ];
        var kept = usual.Where(u => !headers.Any(h => h.Name == u.Name));
        return HttpCall.Get(path, [.. kept, .. headers]);
    }

    public static async Task<WebSocketClient> OpenAsync(HttpConnection connection, string path, params (string Name, string Value)[] headers)
    {
        var handshake = await connection.OpenAsync(Upgrade(path, headers));
        Assert.Equal(101, handshake.Status);
        return new WebSocketClient(connection.Wire, handshake);
    }

    public Task SendAsync(WebSocketFrame frame) => _wire.TryWriteAsync(frame.ToBytes());

    public Task SendAsync(string text) => SendAsync(WebSocketFrame.OfText(text));

    public Task SendBytesAsync(byte[] bytes) => _wire.TryWriteAsync(bytes);

    /// <summary>Reads the next frame, whatever it is.</summary>
    public async Task<WebSocketFrame> ReadFrameAsync()
    {
        var frame = await WebSocketFrame.ReadAsync(_wire);
        Assert.False(frame.IsMasked, "A server must not mask.");
        Assert.Equal(0, frame.Reserved);
        return frame;
    }

    /// <summary>Reads the next frame that is no ping, and answers the pings before it.</summary>
    public async Task<WebSocketFrame> ReadDataAsync()
    {
        while (true)
        {
            var frame = await ReadFrameAsync();
            if (frame.Opcode != WebSocketFrame.Ping)
                return frame;
            await SendAsync(new WebSocketFrame(WebSocketFrame.Pong, frame.Payload));
        }
    }

    /// <summary>Reads a text message, which the server may have fragmented.</summary>
    public async Task<string> ReadTextAsync()
    {
        var frame = await ReadDataAsync();
        Assert.Equal(WebSocketFrame.Text, frame.Opcode);
        var bytes = new List<byte>(frame.Payload);
        while (!frame.IsFinal)
        {
            frame = await ReadDataAsync();
            Assert.Equal(WebSocketFrame.Continuation, frame.Opcode);
            bytes.AddRange(frame.Payload);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Reads the close frame, answers it, and waits for the end of the TCP connection.</summary>
    public async Task<WebSocketFrame> ReadCloseAsync()
    {
        var frame = await ReadDataAsync();
        Assert.Equal(WebSocketFrame.Close, frame.Opcode);
        await SendAsync(new WebSocketFrame(WebSocketFrame.Close, frame.Payload));
        await _wire.AssertEndAsync();
        return frame;
    }

    public Task AssertEndAsync() => _wire.AssertEndAsync();

    public Task<bool> IsSilentAsync(TimeSpan time) => _wire.IsSilentAsync(time);

    public ValueTask DropAsync() => _wire.DisposeAsync();

    public void Reset() => _wire.Reset();
}
