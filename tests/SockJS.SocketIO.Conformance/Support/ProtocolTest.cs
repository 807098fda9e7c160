namespace SockJS.SocketIO.Conformance.Support;

/// <summary>Base of the tests: a server of the protocol sample, and servers with settings of the test's own.</summary>
/// <remarks>Each class has its own server, so that an error it logs is an error of that class.</remarks>
/// <typeparam name="TServer">The server.</typeparam>
public abstract class ProtocolTest<TServer>(TServer fixture) : IClassFixture<TServer>, IAsyncLifetime
    where TServer : ProtocolServers
{
    private readonly List<LiveServer> _own = [];

    protected LiveServer Server => fixture.Server;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var server in _own)
            await server.DisposeAsync();
        await Server.CutAsync();

        foreach (var server in _own)
            server.AssertNoErrors();
        Server.AssertNoErrors();
    }

    protected LiveServer Start(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var server = LiveServer.Start(services, map);
        _own.Add(server);
        return server;
    }
}
