using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Testing;

/// <summary>Connects clients to the application of a <see cref="WebApplicationFactory{TEntryPoint}"/>.</summary>
public static class WebApplicationFactoryExtensions
{
    /// <summary>Connects a client, to an application that is started where it was not.</summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly.</typeparam>
    /// <param name="factory">The factory.</param>
    /// <param name="path">The prefix of the endpoint. A query string goes along with all requests.</param>
    /// <param name="transport">The transport.</param>
    /// <param name="configure">Sets headers, cookies, the origin and the like.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="SockJSTestingExtensions.ConnectSockJSAsync(TestServer, string, SockJSTransports, Action{SockJSTestClientOptions}?, CancellationToken)" path="/returns|/exception"/>
    public static Task<SockJSTestClient> ConnectSockJSAsync<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory,
        string path,
        SockJSTransports transport = SockJSTransports.WebSocket,
        Action<SockJSTestClientOptions>? configure = null,
        CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.Server.ConnectSockJSAsync(path, transport, configure, cancellationToken);
    }

    /// <summary>Returns a factory whose application lives by a clock that the test moves.</summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly.</typeparam>
    /// <param name="factory">The factory.</param>
    /// <param name="clock">The clock, which is all of the application's <see cref="TimeProvider"/>.</param>
    public static WebApplicationFactory<TEntryPoint> WithSockJSTime<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, out ManualTimeProvider clock)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        var time = clock = new ManualTimeProvider();
        return factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time)));
    }
}
