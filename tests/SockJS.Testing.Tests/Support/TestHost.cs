using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SockJS.Testing.Tests.Support;

/// <summary>An application in memory, with one endpoint at <c>/x</c> that has every transport and a clock of the test.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    public static IReadOnlyList<SockJSTransports> Transports { get; } =
    [
        SockJSTransports.WebSocket,
        SockJSTransports.RawWebSocket,
        SockJSTransports.XhrStreaming,
        SockJSTransports.XhrPolling,
        SockJSTransports.EventSource,
        SockJSTransports.HtmlFile,
        SockJSTransports.JsonpPolling,
    ];

    public required ManualTimeProvider Clock { get; init; }

    public TestServer Server => _app.GetTestServer();

    public WebApplication App => _app;

    public static async Task<TestHost> StartAsync(
        Func<SockJSConnection, Task>? handler = null,
        Action<SockJSOptions>? configure = null,
        Action<WebApplication>? map = null,
        bool stopsTime = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var clock = new ManualTimeProvider();
        if (stopsTime)
            builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSockJS(options =>
        {
            options.Transports = SockJSTransports.All & ~SockJSTransports.Iframe;
            options.AllowAnyOrigin = true;
            configure?.Invoke(options);
        });
        var app = builder.Build();
        map?.Invoke(app);
        app.MapSockJS("/x", handler ?? EchoAsync);
        await app.StartAsync();
        return new TestHost(app) { Clock = clock };
    }

    public Task<SockJSTestClient> ConnectAsync(SockJSTransports transport, Action<SockJSTestClientOptions>? configure = null)
        => _app.ConnectSockJSAsync("/x", transport, configure);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static async Task EchoAsync(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
            await connection.SendAsync(message);
    }
}
