using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.Sessions;
using SockJS.Testing;

namespace SockJS.Tests.Support;

/// <summary>An application on a real Kestrel or in memory, or one that is built but never started. At its end there must be no unexpected error in its log.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LogCollector _log;
    private int _requests;

    private TestApp(Action<WebApplicationBuilder> build, Action<WebApplication> map)
    {
        _log = new LogCollector();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton<IMeterFactory>(Metrics);
        build(builder);
        _app = builder.Build();
        _app.Use(next => http =>
        {
            Interlocked.Increment(ref _requests);
            return next(http);
        });
        map(_app);
    }

    public MetricsRecorder Metrics { get; } = new();

    public LogCollector Log => _log;

    public IServiceProvider Services => _app.Services;

    /// <summary>Gets the number of requests that have arrived.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets the address that it listens on.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Gets the routes that were mapped.</summary>
    public IReadOnlyList<RouteEndpoint> Routes
        => [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(static source => source.Endpoints).Cast<RouteEndpoint>()];

    /// <summary>Gets the sessions of the endpoints, in the order in which they were mapped.</summary>
    public IReadOnlyList<SessionTable> Tables => Services.GetRequiredService<SessionRegistry>().Tables;

    public static TestApp Build(Action<IServiceCollection> configure, Action<WebApplication> map) => new(builder => configure(builder.Services), map);

    public static async Task<TestApp> StartAsync(Action<WebApplicationBuilder> build, Action<WebApplication> map)
    {
        var app = new TestApp(build, map);
        await app._app.StartAsync();
        return app;
    }

    /// <summary>Starts an application without a network, for <see cref="ConnectAsync"/>.</summary>
    public static Task<TestApp> StartInMemoryAsync(Action<IServiceCollection> configure, Action<WebApplication> map) => StartAsync(
        builder =>
        {
            builder.WebHost.UseTestServer();
            configure(builder.Services);
        },
        map);

    public Task<SockJSTestClient> ConnectAsync(string path, SockJSTransports transport = SockJSTransports.WebSocket)
        => _app.ConnectSockJSAsync(path, transport);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Metrics.Dispose();
        _log.Dispose();
    }
}
