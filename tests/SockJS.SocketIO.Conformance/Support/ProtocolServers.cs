using SocketIOProtocolServer;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>A server of the protocol sample: in this process, or where a variable says that one runs already.</summary>
public abstract class ProtocolServers : IAsyncLifetime
{
    private protected const string AnyPort = "http://127.0.0.1:0";

    private protected ProtocolServers(string variable, Func<WebApplication> build)
        => Server = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address
            ? LiveServer.At(new Uri(address))
            : LiveServer.Start(build());

    public LiveServer Server { get; }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();

        // A server may complain only when it stops.
        Server.AssertNoErrors();
    }
}

/// <summary>What the protocol suites test, with the heartbeat of an ordinary server: no test has to answer a ping in time.</summary>
public sealed class PatientServer() : ProtocolServers("SOCKETIO_PATIENT_URL", () => ProtocolSuite.Build(AnyPort, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(20)));

/// <summary>What the protocol suites test: a ping after 300 ms, and 200 ms for the pong.</summary>
public sealed class HastyServer() : ProtocolServers("SOCKETIO_HASTY_URL", () => ProtocolSuite.Build(AnyPort));

/// <summary>What the suites of the clients test.</summary>
public sealed class ClientSuiteServer() : ProtocolServers("SOCKETIO_CLIENTS_URL", () => ClientSuite.Build(AnyPort));
