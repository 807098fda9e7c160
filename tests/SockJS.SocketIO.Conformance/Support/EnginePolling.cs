using System.Text.Json;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>A session over long-polling, whose requests a test makes one by one.</summary>
public sealed class EnginePolling
{
    public const string Separator = "\u001e";

    private static readonly TimeSpan s_attaching = TimeSpan.FromMilliseconds(50);

    private readonly LiveServer _server;

    private EnginePolling(LiveServer server, string path, HttpReply handshake)
    {
        _server = server;
        Handshake = handshake;
        Open = JsonDocument.Parse(handshake.Body.AsMemory(1)).RootElement;
        Sid = Open.GetProperty("sid").GetString()!;
        Path = path;
        Url = $"{path}?EIO=4&transport=polling&sid={Sid}";
    }

    /// <summary>The answer that opened the session.</summary>
    public HttpReply Handshake { get; }

    /// <summary>What the open packet says.</summary>
    public JsonElement Open { get; }

    public string Sid { get; }

    /// <summary>The path of the endpoint.</summary>
    public string Path { get; }

    /// <summary>The path and query of each request of the session.</summary>
    public string Url { get; }

    public static async Task<EnginePolling> OpenAsync(LiveServer server, string path = EnginePaths.Engine, params (string Name, string Value)[] headers)
    {
        var handshake = await server.GetAsync(path + "?EIO=4&transport=polling", headers);
        Assert.Equal(200, handshake.Status);
        Assert.StartsWith("0{", handshake.Body, StringComparison.Ordinal);
        return new EnginePolling(server, path, handshake);
    }

    /// <summary>Opens a session and joins the default namespace in it, where the sample says what it has read of the credentials.</summary>
    public static async Task<EnginePolling> JoinAsync(LiveServer server, string path = EnginePaths.SocketIO)
    {
        var session = await OpenAsync(server, path);
        await session.SendAsync("40");
        var greeting = await session.ReadAsync(2);
        Assert.StartsWith("40{", greeting[0], StringComparison.Ordinal);
        Assert.Equal("42[\"auth\",{}]", greeting[1]);
        return session;
    }

    public Task<HttpReply> GetAsync() => _server.GetAsync(Url);

    public Task<HttpReply> PostAsync(string payload, params (string Name, string Value)[] headers) => _server.PostAsync(Url, payload, headers);

    /// <summary>Sends packets, and expects that the server takes them.</summary>
    public async Task SendAsync(params string[] packets)
    {
        var reply = await PostAsync(string.Join(Separator, packets));
        Assert.Equal((200, "ok"), (reply.Status, reply.Body));
    }

    /// <summary>Reads the packets of one poll.</summary>
    public async Task<string[]> PollAsync()
    {
        var reply = await GetAsync();
        Assert.Equal(200, reply.Status);
        return reply.Body.Split(Separator);
    }

    /// <summary>Polls until a packet comes that is asked for. No others may come behind it.</summary>
    public async Task<string> ReadAsync(Predicate<string> isWanted)
    {
        while (true)
        {
            var packets = await PollAsync();
            if (Array.Find(packets, isWanted) is { } packet)
                return packet;
        }
    }

    /// <summary>Polls until so many packets have come.</summary>
    public async Task<List<string>> ReadAsync(int count)
    {
        var packets = new List<string>();
        while (packets.Count < count)
            packets.AddRange(await PollAsync());
        return packets;
    }

    /// <summary>Sends a poll on a connection of its own, and leaves the answer for later. What is sent then does not overtake it.</summary>
    public async Task<PendingCall> StartPollAsync()
    {
        var connection = await _server.ConnectHttpAsync();
        PendingCall? poll = null;
        await _server.UntilRequestedAsync(async () => poll = await PendingCall.StartAsync(connection, HttpCall.Get(Url)));
        // From the beginning of the request to the session it is not far.
        await poll!.IsSilentAsync(s_attaching);
        return poll;
    }

    /// <summary>Opens a WebSocket for the session, which is not upgraded yet.</summary>
    public Task<EngineSocket> OpenProbeAsync() => EngineSocket.OpenProbeAsync(_server, Path, Sid);

    /// <summary>Upgrades the session, while nothing else goes on in it.</summary>
    public async Task<EngineSocket> UpgradeAsync()
    {
        var socket = await OpenProbeAsync();
        await socket.SendAsync("2probe");
        Assert.Equal("3probe", await socket.ReadAsync());
        await socket.SendAsync("5");
        return socket;
    }

    public async Task AssertOpenAsync()
    {
        await SendAsync("4alive?");
        Assert.Equal("4alive?", await ReadAsync(packet => packet.StartsWith("4alive", StringComparison.Ordinal)));
    }

    /// <summary>The session is over. What it still had to say may be asked for first, and closing may take its time.</summary>
    public Task AssertClosedAsync() => Eventually.IsTrueAsync(async () => (await GetAsync()).Status == 400);
}
