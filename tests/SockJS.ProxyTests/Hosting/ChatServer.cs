using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SockJS.ClientTests.Hosting;

namespace SockJS.ProxyTests.Hosting;

/// <summary>One of the servers behind a proxy: a Kestrel on a free port, set up as the guide says.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ErrorLog _errors = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();

    private ChatServer(string name, Action<SockJSOptions>? configure)
    {
        Name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_errors);
        builder.Services.AddSingleton(new ServerName(name));
        builder.Services.AddSockJS(options => configure?.Invoke(options));
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

        _app = builder.Build();
        _app.UseForwardedHeaders();
        _app.Use(next => http =>
        {
            _requests.Enqueue(SeenRequest.From(http));
            return next(http);
        });
        _app.MapSockJSEndpoints();
    }

    public string Name { get; }

    /// <summary>Gets the host and the port, as proxies are told them.</summary>
    public string Address => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    public IEnumerable<SeenRequest> Requests => _requests;

    /// <summary>Gets the sessions of which at least one request came here.</summary>
    public IEnumerable<string> Sessions => _requests.Select(request => request.Session).OfType<string>().Distinct();

    public static async Task<ChatServer> StartAsync(string name, Action<SockJSOptions>? configure = null)
    {
        var server = new ChatServer(name, configure);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Forgets the requests so far, which other tests have made.</summary>
    public void ForgetRequests() => _requests.Clear();

    /// <summary>Shuts down as a host does that was asked to.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Assert.Empty(_errors.Entries);
    }
}
