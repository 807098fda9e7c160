using SockJS.SocketIO.EngineIO;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>Servers with settings of a test's own.</summary>
internal static class OwnServers
{
    /// <summary>Maps an Engine.IO endpoint that sends back what it gets, and closes where it is told to.</summary>
    public static void MapEcho(WebApplication app, Action<EngineIOOptions> configure) => app.MapEngineIO("/engine.io", EchoAsync, configure);

    private static async Task EchoAsync(EngineIOConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
        {
            await connection.SendAsync(message);
            if (message.ToString() == "close")
                await connection.CloseAsync();
        }
    }
}
