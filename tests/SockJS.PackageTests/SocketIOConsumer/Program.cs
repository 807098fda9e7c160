using System.Net.WebSockets;
using System.Text;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSocketIO();
await using var app = builder.Build();
app.MapSocketIO("/socket.io");
await app.StartAsync();

using var socket = new ClientWebSocket();
await socket.ConnectAsync(new Uri($"{app.Urls.Single().Replace("http", "ws")}/socket.io/?EIO=4&transport=websocket"), CancellationToken.None);
await ReceiveAsync();
await SendAsync("40/greet,");
await ReceiveAsync();
await SendAsync("""42/greet,7["hello","package"]""");
Console.WriteLine(await ReceiveAsync());

Task SendAsync(string packet) => socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

async Task<string> ReceiveAsync()
{
    var buffer = new byte[1024];
    var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
    return Encoding.UTF8.GetString(buffer, 0, received.Count);
}

[SocketIONamespace("/greet")]
public sealed partial class Greet
{
    [OnEvent("hello")]
    public string Hello(string name) => $"Hello, {name}!";
}
