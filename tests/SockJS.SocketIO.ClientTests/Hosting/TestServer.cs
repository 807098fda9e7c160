using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SockJS.SocketIO.ClientTests.Hosting;

/// <summary>A Kestrel on a free port with the endpoints that the scenarios expect, and with the pages that play them below <c>/client</c>.</summary>
/// <remarks>It outlives a test, as connections do not influence each other. Another server can take its place, such as the reference in Node.js.</remarks>
public sealed class TestServer : IAsyncLifetime
{
    /// <summary>The variable with the address of a server that runs already.</summary>
    private const string Elsewhere = "SOCKETIO_SCENARIOS_URL";

    private readonly ErrorLog _errors = new();
    private WebApplication? _app;
    private Uri? _address;

    /// <summary>Gets the address, with 127.0.0.1 as its host.</summary>
    public Uri Address => _address!;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Elsewhere) is { Length: > 0 } address)
        {
            _address = new Uri(address);
            return;
        }

        _app = Build();
        await _app.StartAsync();
        _address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_errors);
        builder.Services.AddEngineIO(options => options.AllowAnyOrigin = true);
        builder.Services.AddSocketIO();

        var app = builder.Build();
        app.UseStaticFiles(ProjectFiles.Served);

        var namespaces = new TestNamespaces(new DisconnectJournal());
        app.MapEngineIO("/engine.io", static async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
                await connection.SendAsync(message);
        });
        app.MapSocketIO("/socket.io", namespaces.Map, options => options.AllowAnyOrigin = true);
        app.MapSocketIO("/msgpack", namespaces.Map, options => options.Parser = SocketIOParser.MessagePack);
        app.MapSocketIO("/recovery", namespaces.Map, options => options.Recovery.Enabled = true);
        app.MapSocketIO("/small", namespaces.Map, options => options.MaxPayload = 10_000);
        app.MapSocketIO("/same-origin", namespaces.Map);
        app.MapSocketIO("/heartbeat", namespaces.Map, options => options.PingInterval = TimeSpan.FromMilliseconds(500));
        return app;
    }
}
