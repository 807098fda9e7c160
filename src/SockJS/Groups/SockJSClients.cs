namespace SockJS.Groups;

/// <summary>What applications inject to reach the connections of an endpoint class.</summary>
internal sealed class SockJSClients<TEndpoint>(ClientRegistry registry) : ISockJSClients<TEndpoint>
    where TEndpoint : class
{
    private readonly EndpointClients _clients = registry.Of(typeof(TEndpoint));

    public ISockJSAudience All => _clients.All;

    public IEnumerable<SockJSConnection> Connections => _clients.Connections;

    public ISockJSGroup Group(string name) => _clients.Group(name);

    public ISockJSAudience User(string userId) => _clients.User(userId);

    public ISockJSAudience Connection(string id) => _clients.Connection(id);

    public SockJSConnection? Find(string id) => _clients.Find(id);

    public IReadOnlyDictionary<SockJSTransports, int> CountByTransport() => _clients.CountByTransport();
}
