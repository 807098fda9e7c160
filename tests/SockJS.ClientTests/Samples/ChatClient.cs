using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSample.Users;

namespace SockJS.ClientTests.Samples;

/// <summary>A visitor without a page, who sends whatever a page would not.</summary>
internal sealed class ChatClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();

    public required Visitor Visitor { get; init; }

    /// <summary>Signs in and connects, and skips what every visitor is told at first.</summary>
    public static async Task<ChatClient> ConnectAsync(Uri address, string name, params string[] rooms)
    {
        var cookies = new CookieContainer();
        var client = new ChatClient { Visitor = await SignInAsync(address, name, cookies) };
        client._socket.Options.Cookies = cookies;
        using var deadline = new CancellationTokenSource(s_patience);
        await client._socket.ConnectAsync(new UriBuilder(new Uri(address, "/chat/websocket")) { Scheme = "ws" }.Uri, deadline.Token);
        Assert.Equal("welcome", (await client.ReceiveAsync()).Type);
        foreach (var room in rooms)
        {
            await client.SendAsync("join", room);
            while (await client.ReceiveAnyAsync() is not { Type: "people" })
                continue;
        }

        return client;
    }

    public static async Task<Visitor> SignInAsync(Uri address, string name, CookieContainer cookies)
    {
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler);
        using var answer = await http.PostAsJsonAsync(new Uri(address, "/sign-in"), new { name });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Visitor>())!;
    }

    public Task SendAsync(string type, object data) => SendAsync(JsonSerializer.Serialize(new { type, data }));

    public async Task SendAsync(string message)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, deadline.Token);
    }

    /// <summary>Receives the next message that is not about who is where.</summary>
    public async Task<(string Type, JsonNode? Data)> ReceiveAsync()
    {
        while (true)
        {
            if (await ReceiveAnyAsync() is { Type: not ("counted" or "people") } message)
                return message;
        }
    }

    public async Task<(string Type, JsonNode? Data)> ReceiveAnyAsync()
    {
        using var deadline = new CancellationTokenSource(s_patience);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer, deadline.Token);
            text.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        if (result.MessageType == WebSocketMessageType.Close)
            return ("close", JsonValue.Create((int)result.CloseStatus!));

        var message = JsonNode.Parse(text.ToArray())!;
        return (message["type"]!.GetValue<string>(), message["data"]);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return default;
    }
}
