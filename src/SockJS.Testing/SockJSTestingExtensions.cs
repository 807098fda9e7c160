using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
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
    /// <exception cref="ArgumentException"><paramref name="transport"/> is none, or several; or <paramref name="path"/> does not start with a slash.</exception>
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
        if (!path.StartsWith('/'))
            throw new ArgumentException($"The path of an endpoint starts with a slash, and \"{path}\" does not.", nameof(path));
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
        var server = host.Services.GetService<IServer>() as TestServer
            ?? throw new InvalidOperationException("The application does not run on a TestServer: call builder.WebHost.UseTestServer() before it is built.");
        return server.ConnectSockJSAsync(path, transport, configure, cancellationToken);
    }
}
