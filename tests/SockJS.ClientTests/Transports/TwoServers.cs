using SockJS.ClientTests.Hosting;
using SockJS.ClientTests.Origins;

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

    internal Uri PageAddress(PageOrigin origin) => origin.PageAddress(_service!, _home!);
}
