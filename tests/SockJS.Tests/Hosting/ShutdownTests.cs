using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

/// <summary>What clients and handlers see of the end of a host, over a real Kestrel.</summary>
public sealed class ShutdownTests
{
    private const string CloseFrame = "c[3001,\"Server is shutting down\"]";

    [Fact]
    public async Task Sockets_are_closed_in_order()
    {
        await using var app = await StartAsync(Echo);
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/x/000/session/websocket");
        await client.ReadsAsync("o");
        var stopping = app.StopAsync();

        await client.ReadsAsync(CloseFrame, null);
        await stopping.SoonAsync();
    }

    [Theory]
    [InlineData("xhr")]
    [InlineData("xhr_streaming")]
    public async Task Receiving_requests_are_answered_with_the_close_frame(string transport)
    {
        await using var app = await StartAsync(Echo);
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal("o\n", await PostAsync(client, "xhr"));
        var receiving = PostAsync(client, transport);
        await Eventually.TrueAsync(() => app.Requests == 2);
        await app.StopAsync().SoonAsync();

        Assert.EndsWith(CloseFrame + "\n", await receiving.SoonAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_waits_for_handlers()
    {
        var closed = new TaskCompletionSource();
        var cleanedUp = new TaskCompletionSource();
        await using var app = await StartAsync(async connection =>
        {
            await foreach (var message in connection.ReadAllAsync())
                await connection.SendAsync(message);
            closed.SetResult();
            await cleanedUp.Task;
        });
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/x/000/session/websocket");
        await client.ReadsAsync("o");
        var stopping = app.StopAsync();
        await closed.Task.SoonAsync();
        await client.ReadsAsync(CloseFrame, null);
        await Eventually.TrueAsync(() => app.Tables[0].Count == 0);
        Assert.False(stopping.IsCompleted);

        cleanedUp.SetResult();
        await stopping.SoonAsync();
    }

    [Fact]
    public async Task The_host_waits_no_longer_than_its_shutdown_timeout()
    {
        var running = true;
        var never = new TaskCompletionSource();
        await using var app = await StartAsync(
            async _ =>
            {
                await never.Task;
                running = false;
            },
            static services => services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(0.5)));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/x/000/session/websocket");
        await client.ReadsAsync("o");

        await app.StopAsync().SoonAsync();
        Assert.True(running);
        never.SetResult();
    }

    [Fact]
    public async Task Sessions_whose_clients_do_not_come_for_the_close_frame_end_with_the_host()
    {
        var manager = new RecordingManager();
        await using var app = await StartAsync(Echo, services => services.Configure<SockJSOptions>(options => options.SessionManager = _ => manager));
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal("o\n", await PostAsync(client, "xhr"));
        await Eventually.TrueAsync(() => manager.Connections.Any());
        await app.StopAsync().SoonAsync();

        Assert.Equal(0, manager.Count);
        Assert.Equal(["created", "opened", "removed ShuttingDown 3001"], manager.Of(Assert.Single(manager.Known)));
        Assert.Equal(0, app.Metrics.Sum("sockjs.server.active_sessions"));
    }

    [Fact]
    public async Task A_window_that_is_longer_than_the_shutdown_is_warned_of()
    {
        await using var app = await StartAsync(Echo, static services => services.Configure<SockJSOptions>(static options => options.DrainWindow = TimeSpan.FromSeconds(30)));
        await using var fine = await StartAsync(Echo, static services => services.Configure<SockJSOptions>(static options => options.DrainWindow = TimeSpan.FromSeconds(29)));

        Assert.Contains(app.Log.Entries, static entry => entry.Event.Name == "DrainWindowTooLong");
        Assert.DoesNotContain(fine.Log.Entries, static entry => entry.Event.Name == "DrainWindowTooLong");
        await Task.WhenAll(app.StopAsync(), fine.StopAsync()).SoonAsync();
    }

    [Fact]
    public async Task An_application_without_connections_stops_at_once()
    {
        await using var app = await StartAsync(Echo);

        await app.StopAsync().SoonAsync();
    }

    private static Task<TestApp> StartAsync(Func<SockJSConnection, Task> handler, Action<IServiceCollection>? configure = null) => TestApp.StartAsync(
        builder =>
        {
            builder.Services.AddSockJS();
            configure?.Invoke(builder.Services);
        },
        app => app.MapSockJS("/x", handler));

    private static async Task Echo(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
            await connection.SendAsync(message);
    }

    private static async Task<string> PostAsync(HttpClient client, string transport)
    {
        using var response = await client.PostAsync(new Uri($"/x/000/session/{transport}", UriKind.Relative), content: null);
        return await response.Content.ReadAsStringAsync();
    }
}
