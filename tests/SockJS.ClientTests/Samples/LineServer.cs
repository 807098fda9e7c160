using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.ClientTests.Hosting;
using TcpSample;

namespace SockJS.ClientTests.Samples;

/// <summary>The sample of lines over TCP, on free ports of this machine.</summary>
public sealed class LineServer : WebApplicationFactory<Room>
{
    private readonly ErrorLog _errors = new();
    private readonly Uri[] _addresses;

    public LineServer()
    {
        UseKestrel();
        StartServer();
        _addresses = [.. Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(static address => new Uri(address))];
    }

    public Uri Web => _addresses[0];

    public IPEndPoint Tcp => new(IPAddress.Loopback, _addresses[1].Port);

    public IPEndPoint Tls => new(IPAddress.Loopback, _addresses[2].Port);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Ports:Web", "0").UseSetting("Ports:Tcp", "0").UseSetting("Ports:Tls", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_errors));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
