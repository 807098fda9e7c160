using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class ClientRegistryTests : IDisposable
{
    private readonly LogCollector _log = new();
    private readonly ClientRegistry _registry;

    public ClientRegistryTests() => _registry = new ClientRegistry(new InProcessBackplane(), _log.CreateLogger("test"));

    public void Dispose()
    {
        _registry.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void An_endpoint_class_has_the_same_clients_wherever_it_is_asked_for()
    {
        var clients = _registry.Of(typeof(ClientRegistryTests));

        Assert.Same(clients.All, new SockJSClients<ClientRegistryTests>(_registry).All);
        Assert.NotSame(clients, _registry.Of(typeof(ClientRegistry)));
        Assert.Equal(typeof(ClientRegistryTests).FullName, clients.Name);
    }

    [Fact]
    public void An_endpoint_is_found_by_its_prefix_once_it_is_mapped()
    {
        var clients = _registry.Of("/echo");
        var exception = Assert.Throws<InvalidOperationException>(() => _registry.At("/echo"));
        Assert.Contains("/echo", exception.Message, StringComparison.Ordinal);
        _registry.Map("/echo", clients);
        _registry.Map("/echo", _registry.Of("/other"));

        Assert.Same(clients, _registry.At("/echo"));
    }
}
