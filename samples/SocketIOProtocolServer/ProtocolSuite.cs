using SockJS.SocketIO.Hosting;

namespace SocketIOProtocolServer;

/// <summary>What the suites of the two protocols expect, and the namespace that benchmarks measure.</summary>
public static class ProtocolSuite
{
    private static readonly TimeSpan s_pingInterval = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_pingTimeout = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Builds the server.</summary>
    /// <param name="url">Where it listens.</param>
    /// <param name="pingInterval">The time between heartbeats, where it is not that of the suites.</param>
    /// <param name="pingTimeout">The time for their answers, where it is not that of the suites.</param>
    /// <param name="connectTimeout">The time to join a namespace, where it is not that of the suites.</param>
    public static WebApplication Build(string url, TimeSpan? pingInterval = null, TimeSpan? pingTimeout = null, TimeSpan? connectTimeout = null)
    {
        var builder = ServerDefaults.CreateBuilder(url);
        builder.Services.AddEngineIO();
        builder.Services.AddSocketIO();

        var app = builder.Build();
        app.MapEngineIO(
            "/engine.io",
            static async connection =>
            {
                await foreach (var message in connection.ReadAllAsync())
                    await connection.SendAsync(message);
            },
            options =>
            {
                options.PingInterval = pingInterval ?? s_pingInterval;
                options.PingTimeout = pingTimeout ?? s_pingTimeout;
            });
        app.MapSocketIO("/socket.io", MapNamespaces, options =>
        {
            options.PingInterval = pingInterval ?? s_pingInterval;
            options.PingTimeout = pingTimeout ?? s_pingTimeout;
            options.ConnectTimeout = connectTimeout ?? s_connectTimeout;
        });
        app.MapSocketIO("/bench", MapBench);
        return app;
    }

    private static void MapNamespaces(SocketIOBuilder io)
    {
        io.Namespace("/", static main => main
            .OnConnect(static socket => socket.EmitAsync("auth", socket.Handshake.Auth))
            .On("message", static (socket, arguments) => socket.EmitAsync("message-back", arguments))
            .On("message-with-ack", static (_, arguments, ack) => ack.SendAsync(arguments)));
        io.Namespace("/custom", static custom => custom
            .OnConnect(static socket => socket.EmitAsync("auth", socket.Handshake.Auth)));
    }

    private static void MapBench(SocketIOBuilder io) => io.Namespace("/", static main => main
        .On("echo", static (socket, arguments) => socket.EmitAsync("echo", arguments))
        .On("broadcast", static (socket, arguments) => socket.In().EmitAsync("m", arguments)));
}
