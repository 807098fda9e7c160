using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using SockJS.ClientTests.Endpoints;

namespace SockJS.ClientTests.Hosting;

/// <summary>A Kestrel on a free port with every endpoint of this project, and with the pages that use them below <c>/client</c>.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ErrorLog _errors;

    private TestServer(WebApplication app, ErrorLog errors)
    {
        _app = app;
        _errors = errors;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Gets the address, with 127.0.0.1 as its host.</summary>
    public Uri Address { get; }

    public ConnectionJournal Journal => _app.Services.GetRequiredService<ConnectionJournal>();

    public RequestLog Requests => _app.Services.GetRequiredService<RequestLog>();

    public static async Task<TestServer> StartAsync(Action<SockJSOptions>? configure = null)
    {
        var errors = new ErrorLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Services.AddSingleton<ConnectionJournal>().AddSingleton<RequestLog>();
        builder.Services.AddSockJS(options =>
        {
            options.Transports = SockJSTransports.All;
            options.ClientLibraryUrl = "/client/sockjs.min.js";
            options.AllowAnyOrigin = true;
            configure?.Invoke(options);
        });

        var app = builder.Build();
        app.Use(next => context => app.Services.GetRequiredService<RequestLog>().CountAsync(context, next));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/client",
            FileProvider = new CompositeFileProvider(
                new PhysicalFileProvider(ProjectFiles.Pages),
                new PhysicalFileProvider(ProjectFiles.ClientLibrary),
                new PhysicalFileProvider(ProjectFiles.MultiplexLibrary)),
            ContentTypeProvider = PageTypes.Provider,
        });
        app.MapSockJSEndpoints();
        app.MapSockJSConnectionHandler<EchoConnectionHandler>("/bytes");
        app.MapSockJSWebSocket("/socket", static (socket, _) => EchoController.Echo(socket));
        app.MapSockJS<EchoEndpoint>("/same-origin", options => options.AllowAnyOrigin = false);
        app.MapSockJS<EchoEndpoint>("/sticky", options => options.CookieMode = SockJSCookieMode.JSessionId);
        app.MapSockJS<EchoEndpoint>("/bound", options => options.SessionBinding = SockJSSessionBinding.UserAndCookie);
        await app.StartAsync();
        return new TestServer(app, errors);
    }

    /// <summary>Shuts down as a host does that was asked to.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
