using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

/// <summary>What handlers see of the request that opened their connection, and for how long.</summary>
public sealed class DetachedRequestTests
{
    [Theory]
    [InlineData("/chat/000/session/xhr", "POST")]
    [InlineData("/chat/000/session/eventsource", "GET")]
    public async Task It_says_what_the_connection_remembers_of_the_request(string url, string method)
    {
        var seen = new TaskCompletionSource<HttpContext>();
        await using var app = await StartAsync(async (_, http) =>
        {
            seen.SetResult(http);
            await http.RequestAborted.WaitAsync();
        });
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/base/acme{url}?room=1");
        request.Headers.Add("X-Kept", "a");
        request.Headers.Add("Cookie", "secret=1");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        var http = await seen.Task.SoonAsync();
        Assert.Equal(method, http.Request.Method);
        Assert.Equal("http", http.Request.Scheme);
        Assert.Equal(app.Address.Authority, http.Request.Host.Value);
        Assert.Equal(("/base", "/acme/chat"), (http.Request.PathBase.Value, http.Request.Path.Value));
        Assert.Equal("1", http.Request.Query["room"]);
        Assert.Equal("a", http.Request.Headers["X-Kept"]);
        Assert.Empty(http.Request.Cookies);
        Assert.Equal("acme", Assert.Single(http.Request.RouteValues).Value);
        Assert.Equal("acme", http.GetRouteValue("TENANT"));
        Assert.Equal(app.Address.Port, http.Connection.LocalPort);
        Assert.NotNull(http.Connection.RemoteIpAddress);
        Assert.False(http.RequestAborted.IsCancellationRequested);
        await app.StopAsync();
        Assert.True(http.RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Its_identifier_and_its_items_are_those_of_the_connection_unless_others_are_set()
    {
        using var world = AdapterWorld.Of(static (_, http) =>
        {
            Assert.Equal(http.Connection.Id, http.TraceIdentifier);
            http.Items["key"] = "value";
            http.TraceIdentifier = "mine";
            http.RequestAborted = default;
            http.Items = new Dictionary<object, object?>();
            Assert.Equal(("mine", false, 0), (http.TraceIdentifier, http.RequestAborted.CanBeCanceled, http.Items.Count));
            return http.Response.WriteAsync("goes nowhere", http.RequestAborted);
        });
        var (session, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
        Assert.Equal("value", session.Items["key"]);
    }

    [Fact]
    public async Task Its_user_is_the_present_one()
    {
        var seen = new TaskCompletionSource<HttpContext>();
        using var world = AdapterWorld.Of(async (_, http) =>
        {
            seen.SetResult(http);
            await http.RequestAborted.WaitAsync();
        });
        var session = world.Open(SockJSTransports.XhrPolling, "Ada");
        await world.Attach(session, world.Poll()).Ended.SoonAsync();
        var http = await seen.Task.SoonAsync();
        var first = http.User;
        var renewed = SessionWorld.Named("Ada");
        var next = world.Poll();
        session.Attach(next, renewed, out _);

        Assert.NotSame(first, http.User);
        Assert.Same(renewed, http.User);
        var other = new ClaimsPrincipal();
        http.User = other;
        Assert.Same(other, http.User);
        session.Lost(next);
    }

    [Fact]
    public async Task Its_services_are_those_of_a_scope_that_ends_with_the_connection()
    {
        var scoped = new List<Scoped>();
        HttpContext? late = null;
        await using var app = await StartAsync((_, http) =>
        {
            late = http;
            scoped.Add(http.RequestServices.GetRequiredService<Scoped>());
            scoped.Add(http.RequestServices.GetRequiredService<Scoped>());
            Assert.False(scoped[0].IsDisposed);
            return Task.CompletedTask;
        });
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/base/acme/chat/websocket");
        await client.ReadsAsync([null]);

        Assert.Same(scoped[0], scoped[1]);
        await Eventually.TrueAsync(() => scoped[0].IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => late!.RequestServices);
    }

    [Fact]
    public async Task A_connection_of_bytes_has_it_too()
    {
        Scoped? scoped = null;
        await using var app = await TestApp.StartAsync(
            static builder => builder.Services.AddSockJS().Services.AddScoped<Scoped>(),
            app => app.MapSockJSConnectionHandler("/lines", connection =>
            {
                var http = connection.GetHttpContext()!;
                Assert.Same(http, connection.GetHttpContext());
                Assert.Equal("/lines", http.Request.Path);
                scoped = http.RequestServices.GetRequiredService<Scoped>();
                return Task.CompletedTask;
            }));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/lines/websocket");
        await client.ReadsAsync([null]);

        await Eventually.TrueAsync(() => scoped is { IsDisposed: true });
    }

    [Fact]
    public async Task Code_that_accepts_a_WebSocket_itself_accepts_this_one()
    {
        await using var app = await StartAsync(static async (socket, http) =>
        {
            Assert.True(http.WebSockets.IsWebSocketRequest);
            using var accepted = await http.WebSockets.AcceptWebSocketAsync();
            Assert.Same(socket, accepted);
        });
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/base/acme/chat/websocket");

        await client.ReadsAsync([null]);
    }

    [Fact]
    public async Task A_service_that_cannot_be_disposed_of_is_logged()
    {
        await using var app = await StartAsync(static (_, http) =>
        {
            http.RequestServices.GetRequiredService<Scoped>().Throws = true;
            return Task.CompletedTask;
        });
        app.Log.Expect("HandlerFailed");
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/base/acme/chat/websocket");
        await client.ReadsAsync([null]);

        await Eventually.TrueAsync(() => app.Log.Errors.Count == 1);
    }

    private static Task<TestApp> StartAsync(Func<System.Net.WebSockets.WebSocket, HttpContext, Task> handler) => TestApp.StartAsync(
        static builder => builder.Services.AddSockJS().Services.AddScoped<Scoped>(),
        app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapGroup("/{tenant}").MapSockJSWebSocket("/chat", handler);
        });

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public bool Throws { get; set; }

        public void Dispose()
        {
            IsDisposed = true;
            if (Throws)
                throw new InvalidOperationException("disposal");
        }
    }
}
