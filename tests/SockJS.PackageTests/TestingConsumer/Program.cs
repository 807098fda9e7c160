using Microsoft.AspNetCore.TestHost;
using SockJS.Testing;

var clock = new ManualTimeProvider();
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseTestServer();
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddSockJS();
await using var app = builder.Build();
app.MapSockJSEndpoints();
await app.StartAsync();

foreach (var transport in new[] { SockJSTransports.WebSocket, SockJSTransports.XhrStreaming, SockJSTransports.XhrPolling })
{
    await using var client = await app.ConnectSockJSAsync("/greet", transport);
    await client.SendAsync($"package over {transport}");
    Console.WriteLine(await client.ReceiveAsync());
    clock.Advance(TimeSpan.FromSeconds(25));
    await client.ExpectHeartbeatAsync();
}

[SockJSEndpoint("/greet")]
public sealed partial class Greet
{
    [OnMessage]
    public string OnMessage(string message) => $"Hello, {message}!";
}

#if NET10_0_OR_GREATER
/// <summary>That it compiles is all: a program is no entry point of its own tests.</summary>
internal static class Factories
{
    public static async Task<string> AskAsync()
    {
        await using var factory = new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Greet>().WithSockJSTime(out _);
        await using var client = await factory.ConnectSockJSAsync("/greet");
        return await client.ReceiveAsync();
    }
}
#endif
