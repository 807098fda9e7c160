using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.SocketIO.ClientTests.Hosting;

namespace SockJS.SocketIO.ClientTests.Origins;

/// <summary>The server that foreign pages come from. It has nothing but pages.</summary>
public sealed class PageServer : IAsyncLifetime
{
    private readonly WebApplication _app;

    public PageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseStaticFiles(ProjectFiles.Served);
    }

    /// <summary>Gets an address on the host of the other server: another origin, yet the same site.</summary>
    public Uri OtherPort => new(_app.Urls.Single());

    /// <summary>Gets an address of another site: localhost is not 127.0.0.1, though both are this machine.</summary>
    public Uri OtherSite => new UriBuilder(OtherPort) { Host = "localhost" }.Uri;

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
