using System.Text;
using System.Text.Json;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>A session over WebSocket, frame by frame.</summary>
public sealed class EngineSocket
{
    private const int NoStatus = 1005;
    private const int Abnormal = 1006;

    private EngineSocket(WebSocketClient webSocket) => WebSocket = webSocket;

    public WebSocketClient WebSocket { get; }

    /// <summary>What the open packet says; of a session that began on this WebSocket only.</summary>
    public JsonElement Open { get; private set; }

    public string Sid => Open.GetProperty("sid").GetString()!;

    public static async Task<EngineSocket> OpenAsync(
        LiveServer server,
        string path = EnginePaths.Engine,
        string query = "",
        params (string Name, string Value)[] headers)
    {
        var socket = new EngineSocket(await server.OpenWebSocketAsync(path + EnginePaths.WebSocket + query, headers));
        var open = await socket.ReadAsync();
        Assert.StartsWith("0{", open, StringComparison.Ordinal);
        socket.Open = JsonDocument.Parse(open.AsMemory(1)).RootElement;
        return socket;
    }

    /// <summary>Opens a session and joins the default namespace in it, where the sample says what it has read of the credentials.</summary>
    public static async Task<EngineSocket> JoinAsync(LiveServer server, string path = EnginePaths.SocketIO)
    {
        var socket = await OpenAsync(server, path);
        await socket.SendAsync("40");
        Assert.StartsWith("40{", await socket.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("42[\"auth\",{}]", await socket.ReadAsync());
        return socket;
    }

    /// <summary>Opens a WebSocket for a session that there is already.</summary>
    public static async Task<EngineSocket> OpenProbeAsync(LiveServer server, string path, string sid)
        => new(await server.OpenWebSocketAsync($"{path}{EnginePaths.WebSocket}&sid={sid}"));

    public Task SendAsync(string packet) => WebSocket.SendAsync(packet);

    public Task SendAsync(byte[] bytes) => WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Binary, bytes));

    /// <summary>Reads the next packet: text as it is, bytes as hexadecimal digits behind <c>0x</c>.</summary>
    public async Task<string> ReadAsync()
    {
        var first = await WebSocket.ReadDataAsync();
        var bytes = new List<byte>(first.Payload);
        for (var frame = first; !frame.IsFinal; bytes.AddRange(frame.Payload))
        {
            frame = await WebSocket.ReadDataAsync();
            Assert.Equal(WebSocketFrame.Continuation, frame.Opcode);
        }

        return first.Opcode switch
        {
            WebSocketFrame.Text => Encoding.UTF8.GetString([.. bytes]),
            WebSocketFrame.Binary => "0x" + Convert.ToHexStringLower([.. bytes]),
            _ => throw new InvalidDataException($"A frame with opcode {first.Opcode} came: {Convert.ToHexString(first.Payload)}"),
        };
    }

    public async Task<List<string>> ReadAsync(int count)
    {
        var packets = new List<string>();
        while (packets.Count < count)
            packets.Add(await ReadAsync());
        return packets;
    }

    /// <summary>Waits until the server closes, and reads past what it still had to say.</summary>
    /// <returns>The code of the close frame; 1005 where it has none, 1006 where no close frame comes.</returns>
    public async Task<int> ReadCloseAsync()
    {
        try
        {
            while (true)
            {
                var frame = await WebSocket.ReadDataAsync();
                if (frame.Opcode != WebSocketFrame.Close)
                    continue;
                await WebSocket.SendAsync(new WebSocketFrame(WebSocketFrame.Close, frame.Payload));
                await WebSocket.AssertEndAsync();
                return frame.Payload.Length < 2 ? NoStatus : frame.CloseCode;
            }
        }
        catch (EndOfStreamException)
        {
            return Abnormal;
        }
    }

    /// <summary>The server says nothing more, but closes.</summary>
    public async Task AssertClosesSilentlyAsync()
    {
        try
        {
            var frame = await WebSocket.ReadDataAsync();
            Assert.Equal(WebSocketFrame.Close, frame.Opcode);
        }
        catch (EndOfStreamException)
        {
        }
    }

    /// <summary>The session lives: it answers what it is asked, and before that says nothing.</summary>
    public async Task AssertEchoesAsync(string message = "alive?")
    {
        await SendAsync("4" + message);
        Assert.Equal("4" + message, await ReadAsync());
    }
}
