using ProtocolServer;

namespace SockJS.Conformance.Support;

/// <summary>The protocol sample in this process.</summary>
public sealed class ProtocolServerFixture : IAsyncLifetime
{
    public LiveServer Server { get; } = LiveServer.Start(ProtocolApp.Build(["--urls", "http://127.0.0.1:0"]));

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
