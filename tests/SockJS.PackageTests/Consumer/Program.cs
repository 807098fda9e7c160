using System.Net.WebSockets;
using System.Text;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSockJS();
await using var app = builder.Build();
app.MapSockJSEndpoints();
await app.StartAsync();

using var socket = new ClientWebSocket();
await socket.ConnectAsync(new UriBuilder(app.Urls.Single()) { Scheme = "ws", Path = "/greet/websocket" }.Uri, CancellationToken.None);
await socket.SendAsync("package"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
var buffer = new byte[256];
var answer = await socket.ReceiveAsync(buffer, CancellationToken.None);
Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, answer.Count));

[SockJSEndpoint("/greet")]
public sealed partial class Greet
{
    [OnMessage]
    public string OnMessage(string message) => $"Hello, {message}!";
}
