using SockJS.Groups;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Groups;

public sealed class EndpointClientsTests : IDisposable
{
    private readonly SessionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Connections_tell_what_there_is_to_know()
    {
        var opened = _world.Time.GetUtcNow();
        var (session, sink) = await _world.ConnectAsync(user: "ann");
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        await session.JoinAsync("lobby");
        sink.Stall();
        await session.SendAsync("0123456789");
        var connection = Assert.Single(_world.Clients.Connections);

        Assert.Same(session, connection);
        Assert.Equal(opened, connection.Opened);
        Assert.Equal(["lobby"], connection.Groups);
        Assert.Equal("a[\"0123456789\"]".Length, connection.QueuedBytes);
        sink.Continue();
        Assert.Equal(0, connection.QueuedBytes);
    }

    [Fact]
    public async Task Connections_are_counted_by_their_transport()
    {
        await _world.ConnectAsync(SockJSTransports.WebSocket);
        await _world.ConnectAsync(SockJSTransports.WebSocket);
        await _world.ConnectPollAsync();
        _world.Open(SockJSTransports.EventSource);

        Assert.Equal(
            new Dictionary<SockJSTransports, int> { [SockJSTransports.WebSocket] = 2, [SockJSTransports.XhrPolling] = 1 },
            _world.Clients.CountByTransport());
    }

    [Fact]
    public async Task Before_it_is_mapped_an_endpoint_has_no_connections_and_sends_no_values()
    {
        using var clients = new EndpointClients("/none", new InProcessBackplane(), _world.Log.CreateLogger("test"));

        Assert.Empty(clients.Connections);
        Assert.Equal(0, clients.All.Count);
        await clients.All.SendAsync("to nobody");
        await Assert.ThrowsAsync<InvalidOperationException>(() => clients.All.SendAsync("name", 1).AsTask());
    }
}
