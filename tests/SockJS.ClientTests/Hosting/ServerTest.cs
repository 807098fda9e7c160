namespace SockJS.ClientTests.Hosting;

/// <summary>A test with servers of its own. It fails when one of them has logged an error.</summary>
public abstract class ServerTest : IAsyncDisposable
{
    private readonly List<TestServer> _servers = [];

    private protected async Task<TestServer> StartAsync(Action<SockJSOptions>? configure = null)
    {
        var server = await TestServer.StartAsync(configure);
        _servers.Add(server);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var server in _servers)
            await server.DisposeAsync();
    }
}
