using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Transports;

/// <summary>The server of the endpoints, and another one that pages come from. They outlive a test, as their connections do not influence each other.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    private TestServer? _service;
    private TestServer? _home;

    internal TestServer Service => _service!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestServer.StartAsync();
        _home = await TestServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _home!.DisposeAsync();
    }

    internal Uri Endpoint(string prefix) => new(Service.Address, prefix);

    internal Uri PageAddress(PageOrigin origin) => origin switch
    {
        PageOrigin.Same => Service.Address,
        PageOrigin.OtherPort => _home!.Address,
        // A page of localhost is of another site than 127.0.0.1, though both are this machine.
        _ => new UriBuilder(_home!.Address) { Host = "localhost" }.Uri,
    };
}
