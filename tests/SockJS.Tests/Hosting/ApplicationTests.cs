using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Testing;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

/// <summary>Whole applications, in memory; on a real Kestrel where it is about status and bytes.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public async Task Messages_reach_the_connections_of_a_class_at_all_its_prefixes()
    {
        await using var app = await TestApp.StartInMemoryAsync(static services => services.AddSockJS(), static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS<Probe>("/elsewhere");
            app.MapSockJS("/other", static connection => Task.Delay(Timeout.Infinite, connection.Closed));
        });
        await using var one = await app.ConnectAsync("/probe");
        await using var two = await app.ConnectAsync("/elsewhere", SockJSTransports.RawWebSocket);
        await using var other = await app.ConnectAsync("/other");
        var clients = app.Services.GetRequiredService<ISockJSClients<Probe>>();
        await Eventually.TrueAsync(() => clients.All.Count == 2);
        await clients.All.SendAsync("to all");
        var stopping = app.StopAsync();

        Assert.Equal("to all", await one.ReceiveAsync());
        Assert.Equal("to all", await two.ReceiveAsync());
        foreach (var client in new[] { one, two, other })
            Assert.Equal(new SockJSTestClose(3001, "Server is shutting down", WasClean: true), await client.ExpectCloseAsync());
        await stopping.SoonAsync();
    }

    [Fact]
    public async Task Delegates_and_classes_are_reached_by_their_prefixes()
    {
        await using var app = await TestApp.StartInMemoryAsync(static services => services.AddSockJS(), static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS("/other", static connection => Task.Delay(Timeout.Infinite, connection.Closed));
        });
        await using var probe = await app.ConnectAsync("/probe");
        await using var other = await app.ConnectAsync("/other");
        var endpoints = app.Services.GetRequiredService<ISockJSClientsProvider>();
        await Eventually.TrueAsync(() => endpoints.At("/other").All.Count == 1 && endpoints.At("/probe").All.Count == 1);
        await endpoints.At("/other").All.SendAsync("number", 1);
        await endpoints.At("/probe").All.SendAsync("to the class");

        Assert.Equal("""{"type":"number","data":1}""", await other.ReceiveAsync());
        Assert.Equal("to the class", await probe.ReceiveAsync());
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
        var clock = new ManualTimeProvider();
        await using var app = await TestApp.StartInMemoryAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddSockJS(),
            static app => app.MapSockJS<Probe>());
        await using var socket = await app.ConnectAsync("/probe");
        await using var poll = await app.ConnectAsync("/probe", SockJSTransports.XhrPolling);
        await using var stream = await app.ConnectAsync("/probe", SockJSTransports.EventSource);
        await socket.CloseAsync();
        await stream.DropReceiverAsync();
        poll.StallReads();
        await poll.SendAsync("ends the poll");
        await Eventually.TrueAsync(() => app.Tables[0].TryFind(poll.SessionId, out var session) && !session.HasReceiver);
        clock.Advance(TimeSpan.FromSeconds(5.5));

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
