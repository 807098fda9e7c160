namespace ProtocolServer.Endpoints;

/// <summary>The broadcast with the limits of an ordinary endpoint, to be measured.</summary>
[SockJSEndpoint("/bench/broadcast")]
public sealed partial class BenchBroadcast(ISockJSClients<BenchBroadcast> clients)
{
    /// <summary>Passes one message on, to its sender too.</summary>
    [OnMessage]
    public ValueTask PassOn(string message) => clients.All.SendAsync(message);
}
