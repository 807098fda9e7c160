using ProtocolServer;

namespace SockJS.Conformance.Support;

/// <summary>The protocol sample in this process.</summary>
public sealed class ProtocolServerFixture : IAsyncLifetime
{
    public LiveServer Server { get; } = LiveServer.Start(ProtocolApp.Build(["--urls", "http://127.0.0.1:0"]));

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();

        // A server may complain only when it stops.
        Server.AssertNoErrors();
    }
}
