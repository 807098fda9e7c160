namespace ProtocolServer.Endpoints;

/// <summary>Sends every message to all connections.</summary>
[SockJSEndpoint("/broadcast")]
public sealed partial class Broadcast(ISockJSClients<Broadcast> clients)
{
    /// <summary>Passes one message on, to its sender too.</summary>
    [OnMessage]
    public ValueTask PassOn(string message) => clients.All.SendAsync(message);
}
