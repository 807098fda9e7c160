using Microsoft.Extensions.Primitives;
using SockJS.SocketIO.EngineIO;

namespace SocketIOProtocolServer;

/// <summary>What the suites of the clients expect: those of Node.js, and others after their example.</summary>
public static class ClientSuite
{
    /// <summary>Builds the server.</summary>
    /// <param name="url">Where it listens.</param>
    public static WebApplication Build(string url)
    {
        var builder = ServerDefaults.CreateBuilder(url);
        builder.Services.AddEngineIO();
        builder.Services.AddSocketIO();

        var app = builder.Build();
        app.MapEngineIO("/engine.io", ConverseAsync, static options =>
        {
            options.PingInterval = TimeSpan.FromMilliseconds(500);
            options.MaxPayload = 100;
            options.OnHandshake = Greet;
            options.OnRequest = PostedHeaders.Note;
        });
        app.MapSocketIO("/socket.io", ClientNamespaces.Map, static options =>
        {
            options.PingInterval = TimeSpan.FromSeconds(2);
            options.Recovery.Enabled = true;
            options.OnHandshake = static async _ => await Task.Delay(TimeSpan.FromMilliseconds(10));
        });
        return app;
    }

    private static ValueTask Greet(EngineIOHandshake handshake)
    {
        if (handshake.Query.ContainsKey("deny"))
            handshake.Refuse();
        handshake.HttpContext.Response.Headers.SetCookie = new StringValues(
        [
            "1=1; Max-Age=86400",
            "2=2; Path=/; HttpOnly; Secure; SameSite=Strict",
            "3=3; Max-Age=0",
            $"4=4; Expires={TimeProvider.System.GetUtcNow():R}",
        ]);
        return default;
    }

    private static async Task ConverseAsync(EngineIOConnection connection)
    {
        await connection.SendAsync("hi");
        await foreach (var message in connection.ReadAllAsync())
        {
            await connection.SendAsync(message.IsBinary ? message : message.ToString() switch
            {
                "give binary" => new byte[] { 0, 1, 2, 3, 4 },
                "give utf8" => "пойду спать всем спокойной ночи",
                "sendHeaders" => PostedHeaders.Of(connection),
                _ => message,
            });
        }
    }
}
