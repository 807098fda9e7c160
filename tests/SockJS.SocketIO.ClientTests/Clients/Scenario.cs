using System.Text.Json;

namespace SockJS.SocketIO.ClientTests.Clients;

/// <summary>What a client is asked to do: one of the files in Pages/scenarios.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Mode">The transports of the client.</param>
internal sealed record Scenario(string Name, ClientMode Mode)
{
    /// <summary>Generous: a busy machine must not fail a test.</summary>
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(40);

    /// <summary>Gets the path of the endpoint.</summary>
    public string Path { get; init; } = "/socket.io/";

    /// <summary>Gets a value indicating whether the client speaks MessagePack.</summary>
    public bool UsesMessagePack { get; init; }

    /// <summary>Gets what the scenario reads as its input.</summary>
    public object? Input { get; init; }

    /// <summary>Writes the request that run.mjs reads.</summary>
    public string ToJson(Uri server) => JsonSerializer.Serialize(new
    {
        scenario = Name,
        url = server.GetLeftPart(UriPartial.Authority),
        path = Path,
        mode = Mode switch
        {
            ClientMode.Polling => "polling",
            ClientMode.WebSocket => "websocket",
            _ => "upgrade",
        },
        msgpack = UsesMessagePack,
        deadline = s_deadline.TotalMilliseconds,
        input = Input,
    });
}
