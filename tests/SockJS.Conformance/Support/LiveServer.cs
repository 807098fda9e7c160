using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SockJS.Conformance.Support;

/// <summary>A server on a loopback socket, and the ways in which a test calls it.</summary>
public sealed class LiveServer : IAsyncDisposable
{
    private readonly WebApplication? _app;
    private readonly LogCollector _logs = new();
    private readonly ConcurrentQueue<Wire> _wires = new();
    private readonly IPEndPoint _endPoint;
    private int _requests;

    private LiveServer(Uri address) => _endPoint = IPEndPoint.Parse(address.Authority);

    private LiveServer(WebApplication app)
    {
        _app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_logs);
        app.Use(next => http =>
        {
            Interlocked.Increment(ref _requests);
            return next(http);
        });
        app.Start();
        _endPoint = IPEndPoint.Parse(new Uri(app.Urls.Single()).Authority);
    }

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The server runs in another process.");

    public string Host => _endPoint.ToString();

    /// <summary>The origin of the server's own pages.</summary>
    public string Origin => $"http://{Host}";

    /// <summary>Calls a server that runs in another process; who started it reads its log.</summary>
    public static LiveServer At(Uri address) => new(address);

    public static LiveServer Start(WebApplication app) => new(app);

    public static LiveServer Start(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services(builder.Services);
        var app = builder.Build();
        map(app);
        return new LiveServer(app);
    }

    public async Task<Wire> ConnectAsync()
    {
        var wire = await Wire.ConnectAsync(_endPoint);
        _wires.Enqueue(wire);
        return wire;
    }

    public async Task<HttpConnection> ConnectHttpAsync() => new(await ConnectAsync(), Host);

    /// <summary>
    /// Sends a request, or the beginning of one, and waits until the server has begun to handle it: what is sent then, on whatever connection, does
    /// not overtake it. Of a server in another process that is not known.
    /// </summary>
    public async Task UntilRequestedAsync(Func<Task> send)
    {
        var before = Volatile.Read(ref _requests);
        await send();
        if (_app is not null)
            await Eventually.IsTrueAsync(() => Volatile.Read(ref _requests) > before);
    }

    /// <summary>Sends a request on a connection of its own, and reads the whole answer.</summary>
    public async Task<HttpReply> SendAsync(HttpCall call)
    {
        var connection = await ConnectHttpAsync();
        var reply = await connection.SendAsync(call);
        await connection.Wire.DisposeAsync();
        return reply;
    }

    public Task<HttpReply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpCall.Get(path, headers));

    public Task<HttpReply> PostAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpCall.Post(path, headers));

    public Task<HttpReply> PostAsync(string path, string body, params (string Name, string Value)[] headers)
        => SendAsync(HttpCall.Post(path, body, headers));

    /// <summary>Sends a request on a connection of its own, and reads the head of the answer only.</summary>
    public async Task<StreamingReply> OpenAsync(HttpCall call)
    {
        var connection = await ConnectHttpAsync();
        return new StreamingReply(connection, await connection.OpenAsync(call));
    }

    public async Task<WebSocketClient> OpenWebSocketAsync(string path, params (string Name, string Value)[] headers)
        => await WebSocketClient.OpenAsync(await ConnectHttpAsync(), path, headers);

    /// <summary>Cuts what a test left open.</summary>
    public async Task CutAsync()
    {
        while (_wires.TryDequeue(out var wire))
            await wire.DisposeAsync();
    }

    /// <summary>Fails the test if the server logged an error.</summary>
    public void AssertNoErrors() => _logs.AssertNoErrors();

    public IReadOnlyList<string> TakeErrors() => _logs.TakeErrors();

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _logs.Dispose();
    }
}
