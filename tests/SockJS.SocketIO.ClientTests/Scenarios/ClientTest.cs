using System.Text.Json;
using SockJS.SocketIO.ClientTests.Clients;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Scenarios;

/// <summary>A scenario that every client plays over every transport, with the server of its class.</summary>
public abstract class ClientTest(Browser browser, TestServer server) : IClassFixture<TestServer>
{
    public static MatrixTheoryData<ClientKind, ClientMode> Everywhere { get; } = new(Enum.GetValues<ClientKind>(), Enum.GetValues<ClientMode>());

    /// <summary>Makes a word by which the server knows this client again.</summary>
    protected static string NewTag() => Guid.NewGuid().ToString("N");

    private protected Task<JsonElement> PlayAsync(ClientKind kind, Scenario scenario) => scenario.PlayAsync(kind, browser, server);
}
