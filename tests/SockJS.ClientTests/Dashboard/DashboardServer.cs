using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.ClientTests.Endpoints;
using SockJS.ClientTests.Hosting;

namespace SockJS.ClientTests.Dashboard;

/// <summary>A server with a dashboard, and with an endpoint whose clients say themselves who they are and which groups they are in.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ErrorLog _errors;

    private DashboardServer(WebApplication app, ErrorLog errors)
    {
        _app = app;
        _errors = errors;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public ISockJSClients Rooms => _app.Services.GetRequiredService<ISockJSClientsProvider>().At("/rooms");

    /// <summary>Gets the pages that are open.</summary>
    public ISockJSClients Live => _app.Services.GetRequiredService<ISockJSClientsProvider>().At("/_sockjs/live");

    /// <param name="blocksSockets">Whether no WebSocket gets through, as behind some proxies.</param>
    public static async Task<DashboardServer> StartAsync(bool blocksSockets = false)
    {
        var errors = new ErrorLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = Environments.Development;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Services.AddSingleton<ConnectionJournal>();
        builder.Services.AddSockJS();
        var app = builder.Build();
        app.Use(next => http =>
        {
            if (!blocksSockets || !http.Request.Headers.Upgrade.Contains("websocket"))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        app.Use(next => http =>
        {
            if (http.Request.Query["user"] is [{ } user])
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "test"));
            return next(http);
        });
        app.MapSockJSDashboard();
        app.MapSockJS<EchoEndpoint>();
        app.MapSockJS("/rooms", async connection =>
        {
            await foreach (var room in connection.ReadAllAsync())
            {
                await connection.JoinAsync(room);
                await connection.SendAsync(room);
            }
        });
        await app.StartAsync();
        return new DashboardServer(app, errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
