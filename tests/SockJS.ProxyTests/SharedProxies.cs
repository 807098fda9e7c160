using SockJS.ProxyTests.Daemons;
using SockJS.ProxyTests.Hosting;

namespace SockJS.ProxyTests;

/// <summary>Two servers, and each proxy in front of them. They outlive a test, as their sessions do not influence each other.</summary>
public sealed class SharedProxies : IAsyncLifetime
{
    private readonly List<ChatServer> _servers = [];
    private readonly List<Proxy> _proxies = [];

    internal IReadOnlyList<ChatServer> Servers => _servers;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in (string[])["a", "b"])
            _servers.Add(await ChatServer.StartAsync(name));
        foreach (var kind in ProxyKind.All)
            _proxies.Add(await Proxy.StartAsync(kind, _servers));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies)
            await proxy.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    /// <summary>Returns the proxy with a configuration. Its servers know of no requests yet.</summary>
    internal Proxy Of(string file)
    {
        foreach (var server in _servers)
            server.ForgetRequests();
        return _proxies.Single(proxy => proxy.ToString() == file);
    }
}
