using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace SockJS.Testing;

/// <summary>Connects clients to applications under test.</summary>
public static class SockJSTestingExtensions
{
    /// <summary>Connects a client.</summary>
    /// <param name="server">The server of the application.</param>
    /// <param name="path">The prefix of the endpoint. A query string goes along with all requests.</param>
    /// <param name="transport">The transport.</param>
    /// <param name="configure">Sets headers, cookies, the origin and the like.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A client whose session is open; or being closed, which <see cref="SockJSTestClient.ExpectCloseAsync"/> tells.</returns>
    /// <exception cref="ArgumentException"><paramref name="transport"/> is none, or several.</exception>
    /// <exception cref="SockJSRefusedException">The server answered with an error: there is no such endpoint, or not for this client.</exception>
    /// <exception cref="SockJSTestTimeoutException">The server did not answer.</exception>
    public static Task<SockJSTestClient> ConnectSockJSAsync(
        this TestServer server,
        string path,
        SockJSTransports transport = SockJSTransports.WebSocket,
        Action<SockJSTestClientOptions>? configure = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SockJSTestClient.ConnectAsync(server, path, transport, configure, cancellationToken);
    }

    /// <summary>Connects a client to an application, such as a <c>WebApplication</c>, whose server is a <see cref="TestServer"/>.</summary>
    /// <param name="host">The application. It has to be started.</param>
    /// <param name="path">The prefix of the endpoint. A query string goes along with all requests.</param>
    /// <param name="transport">The transport.</param>
    /// <param name="configure">Sets headers, cookies, the origin and the like.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="ConnectSockJSAsync(TestServer, string, SockJSTransports, Action{SockJSTestClientOptions}?, CancellationToken)" path="/returns|/exception"/>
    /// <exception cref="InvalidOperationException">The application has another server: <c>builder.WebHost.UseTestServer()</c> is missing.</exception>
    public static Task<SockJSTestClient> ConnectSockJSAsync(
        this IHost host,
        string path,
        SockJSTransports transport = SockJSTransports.WebSocket,
        Action<SockJSTestClientOptions>? configure = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.GetTestServer().ConnectSockJSAsync(path, transport, configure, cancellationToken);
    }
}
