using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.Conformance.Support;

namespace SockJS.SoakTests.Server;

/// <summary>A server on a loopback socket, with one endpoint.</summary>
internal sealed class SoakServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LogCollector _logs = new();

    public SoakServer(Action<SockJSOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<SocketTransportOptions>(static options => options.CreateBoundListenSocket = Listen);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(_logs);
        builder.Services.AddSingleton<Ledger>();
        builder.Services.AddSockJS(configure);
        _app = builder.Build();
        _app.MapSockJSEndpoints();
        _app.Start();
        Url = new Uri(new Uri(_app.Urls.Single()), "/till");
    }

    /// <summary>Gets the URL of the endpoint.</summary>
    public Uri Url { get; }

    public Ledger Ledger => _app.Services.GetRequiredService<Ledger>();

    public ISockJSClients<Till> Clients => _app.Services.GetRequiredService<ISockJSClients<Till>>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _logs.AssertNoErrors();
        _logs.Dispose();
    }

    // What the system buffers for a client that does not read grows to megabytes, unless it is told not to.
    private static Socket Listen(EndPoint endPoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        socket.SendBufferSize = 16 * 1024;
        return socket;
    }
}
