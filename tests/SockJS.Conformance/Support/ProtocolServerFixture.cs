using ProtocolServer;

namespace SockJS.Conformance.Support;

/// <summary>The protocol sample: in this process, or where a variable says that one runs already.</summary>
public sealed class ProtocolServerFixture : IAsyncLifetime
{
    /// <summary>The variable with the address of a server that runs already.</summary>
    private const string Elsewhere = "SOCKJS_CONFORMANCE_URL";

    public LiveServer Server { get; } = Environment.GetEnvironmentVariable(Elsewhere) is { Length: > 0 } address
        ? LiveServer.At(new Uri(address))
        : LiveServer.Start(ProtocolApp.Build(["--urls", "http://127.0.0.1:0"]));

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();

        // A server may complain only when it stops.
        Server.AssertNoErrors();
    }
}
