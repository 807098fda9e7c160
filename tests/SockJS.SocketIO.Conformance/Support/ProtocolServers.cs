using SocketIOProtocolServer;

namespace SockJS.SocketIO.Conformance.Support;

/// <summary>A server of the protocol sample: in this process, or where a variable says that one runs already.</summary>
public abstract class ProtocolServers : IAsyncLifetime
{
    private protected const string AnyPort = "http://127.0.0.1:0";
    private protected const string Patient = "SOCKETIO_PATIENT_URL";
    private protected const string Hasty = "SOCKETIO_HASTY_URL";

    private protected static readonly TimeSpan s_long = TimeSpan.FromSeconds(25);
    private protected static readonly TimeSpan s_pong = TimeSpan.FromSeconds(20);
    private protected static readonly TimeSpan s_ping = TimeSpan.FromMilliseconds(300);

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

/// <summary>What the protocol suites test, with the times of an ordinary server: no test has to answer a ping, or to join, in time.</summary>
public sealed class PatientServer() : ProtocolServers(Patient, () => ProtocolSuite.Build(AnyPort, s_long, s_pong, s_long));

/// <summary>What the protocol suites test, where clients that do not join in time are closed soon.</summary>
public sealed class ImpatientServer() : ProtocolServers(Patient, () => ProtocolSuite.Build(AnyPort, s_long, s_pong, TimeSpan.FromSeconds(2)));

/// <summary>What the protocol suites test: a ping after 300 ms, and all the time that a busy machine needs for the pong.</summary>
public sealed class PingingServer() : ProtocolServers(Hasty, () => ProtocolSuite.Build(AnyPort, s_ping, s_pong));

/// <summary>What the protocol suites test: a ping after 300 ms, and little time for the pong, yet enough for a request.</summary>
public sealed class HastyServer() : ProtocolServers(Hasty, () => ProtocolSuite.Build(AnyPort, s_ping, TimeSpan.FromSeconds(1)));

/// <summary>What the suites of the clients test.</summary>
public sealed class ClientSuiteServer() : ProtocolServers("SOCKETIO_CLIENTS_URL", () => ClientSuite.Build(AnyPort));
