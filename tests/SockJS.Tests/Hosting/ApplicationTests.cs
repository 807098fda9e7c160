using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

/// <summary>Whole applications on a real Kestrel.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public async Task Messages_reach_the_connections_of_a_class_at_all_its_prefixes()
    {
        await using var app = await TestApp.StartAsync(static builder => builder.Services.AddSockJS(), static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS<Probe>("/elsewhere");
            app.MapSockJS("/other", static connection => Task.Delay(Timeout.Infinite, connection.Closed));
        });
        using var one = await WebSocketClient.ConnectAsync(app.Address, "/probe/000/session/websocket");
        using var two = await WebSocketClient.ConnectAsync(app.Address, "/elsewhere/websocket");
        using var other = await WebSocketClient.ConnectAsync(app.Address, "/other/000/session/websocket");
        var clients = app.Services.GetRequiredService<ISockJSClients<Probe>>();
        await Eventually.TrueAsync(() => clients.All.Count == 2);
        await clients.All.SendAsync("to all");
        var stopping = app.StopAsync();

        await one.ReadsAsync("o", "a[\"to all\"]", "c[3001,\"Server is shutting down\"]", null);
        await two.ReadsAsync("to all", null);
        await other.ReadsAsync("o", "c[3001,\"Server is shutting down\"]", null);
        await stopping.SoonAsync();
    }

    [Fact]
    public async Task Delegates_and_classes_are_reached_by_their_prefixes()
    {
        await using var app = await TestApp.StartAsync(static builder => builder.Services.AddSockJS(), static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS("/other", static connection => Task.Delay(Timeout.Infinite, connection.Closed));
        });
        using var probe = await WebSocketClient.ConnectAsync(app.Address, "/probe/000/session/websocket");
        using var other = await WebSocketClient.ConnectAsync(app.Address, "/other/000/session/websocket");
        var endpoints = app.Services.GetRequiredService<ISockJSClientsProvider>();
        await Eventually.TrueAsync(() => endpoints.At("/other").All.Count == 1 && endpoints.At("/probe").All.Count == 1);
        await endpoints.At("/other").All.SendAsync("number", 1);
        await endpoints.At("/probe").All.SendAsync("to the class");

        await other.ReadsAsync("o", """a["{\"type\":\"number\",\"data\":1}"]""");
        await probe.ReadsAsync("o", "a[\"to the class\"]");
        Assert.Same(app.Services.GetRequiredService<ISockJSClients<Probe>>().All, endpoints.At("/probe").All);
        Assert.Throws<InvalidOperationException>(() => endpoints.At("/nowhere"));
    }

    [Fact]
    public async Task A_backplane_of_the_application_takes_the_place_of_the_default()
    {
        var backplane = new SilentBackplane();
        await using var app = await TestApp.StartAsync(
            builder => builder.Services.AddSockJS().Services.AddSingleton<IBackplane>(backplane),
            static app => app.MapSockJS<Probe>());
        await app.Services.GetRequiredService<ISockJSClients<Probe>>().All.SendAsync("to the backplane");
        // An application that is disposed of before its services have begun logs that as their failure.
        await app.StopAsync();

        Assert.Equal([typeof(Probe).FullName!], backplane.Endpoints);
        Assert.Equal("to the backplane", Assert.Single(backplane.Messages).Message?.ToString());
    }

    [Fact]
    public async Task Metrics_balance_to_zero_when_all_clients_have_gone()
    {
        await using var app = await TestApp.StartAsync(
            static builder => builder.Services.AddSockJS(static options => options.DisconnectDelay = TimeSpan.FromSeconds(1)),
            static app => app.MapSockJS<Probe>());
        using var http = new HttpClient { BaseAddress = app.Address };
        using (var socket = await WebSocketClient.ConnectAsync(app.Address, "/probe/000/session/websocket"))
        {
            await socket.SendAsync("[\"echo\"]");
            await socket.ReadsAsync("o", "a[\"echo\"]");
            using var poll = await http.PostAsync(new Uri("/probe/000/poll/xhr", UriKind.Relative), content: null);
            using var stream = await http.GetAsync(new Uri("/probe/000/stream/eventsource", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            await socket.CloseAsync();
        }

        await Eventually.TrueAsync(() => app.Metrics.Of("sockjs.server.session.duration").Count == 3);
        Assert.Equal(0, app.Metrics.Now("sockjs.server.active_sessions"));
        Assert.Equal(
            ["ClientClosed websocket", "Lost eventsource", "TimedOut xhr-polling"],
            app.Metrics.Of("sockjs.server.session.duration").Select(static one => $"{one.Tags["sockjs.close.kind"]} {one.Tags["sockjs.transport"]}").Order());
    }

    [Fact]
    public async Task Who_may_not_use_an_endpoint_may_use_none_of_its_URLs()
    {
        await using var app = await TestApp.StartAsync(
            static builder =>
            {
                builder.Services.AddAuthentication("cookie").AddCookie("cookie", static options => options.Events.OnRedirectToLogin = static redirect =>
                {
                    redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                });
                builder.Services.AddAuthorization(static options => options.AddPolicy("probes", static policy => policy.RequireAuthenticatedUser()));
                builder.Services.AddSockJS();
            },
            static app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapSockJS<GuardedProbe>();
            });
        using var http = new HttpClient { BaseAddress = app.Address };

        foreach (var path in new[] { "", "/info", "/websocket", "/000/session/websocket", "/000/session/eventsource", "/unknown" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri("/guarded" + path, UriKind.Relative))).StatusCode);
        foreach (var path in new[] { "/000/session/xhr", "/000/session/xhr_streaming", "/000/session/xhr_send" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("/guarded" + path, UriKind.Relative), content: null)).StatusCode);
        Assert.Empty(app.Metrics.Of("sockjs.server.opened_sessions"));
    }

    [Theory]
    [InlineData("Cookie: JSESSIONID=\u00E9")]
    [InlineData("Origin: http://\u00E9.example")]
    [InlineData("Access-Control-Request-Headers: \u00E9")]
    public async Task A_header_that_cannot_be_sent_back_does_no_harm(string header)
    {
        await using var app = await TestApp.StartAsync(static builder => builder.Services.AddSockJS(), static app =>
            app.MapSockJS("/x", static connection => Task.Delay(Timeout.Infinite, connection.Closed), static options =>
            {
                options.AllowAnyOrigin = true;
                options.CookieMode = SockJSCookieMode.JSessionId;
            }));
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /x/000/session/xhr HTTP/1.1\r\nHost: localhost\r\n{header}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var response = await reader.ReadToEndAsync().SoonAsync();

        Assert.DoesNotContain(" 500 ", response, StringComparison.Ordinal);
    }
}
