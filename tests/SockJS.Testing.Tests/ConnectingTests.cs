using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using SockJS.Testing.Tests.Support;

namespace SockJS.Testing.Tests;

public sealed class ConnectingTests
{
    public static TheoryData<SockJSTransports> All => [.. TestHost.Transports];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Requests_carry_what_the_test_says(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(async static connection =>
        {
            await connection.SendAsync($"{connection.Client.QueryString} {connection.Client.Headers["X-Test"]} {connection.Client.Headers.Origin}");
            await TestHost.EchoAsync(connection);
        });
        await using var client = await host.App.ConnectSockJSAsync("/x/?token=a%20b", transport, static options =>
        {
            options.Headers["X-Test"] = "value";
            options.Origin = "https://shop.example";
        });

        Assert.Matches("^\\?token=a%20b(&c=_jp\\.[a-z0-9]{8})? value https://shop\\.example$", await client.ReceiveAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Cookies_go_along_and_those_of_the_server_are_kept(SockJSTransports transport)
    {
        var seen = new List<string>();
        var cookies = new CookieContainer();
        cookies.SetCookies(new Uri("http://localhost/"), "login=me");
        await using var host = await TestHost.StartAsync(map: app => app.Use((http, next) =>
        {
            lock (seen)
                seen.Add(http.Request.Headers.Cookie.ToString());
            http.Response.Headers.SetCookie = "server=one; path=/";
            return next(http);
        }));
        await using var client = await host.ConnectAsync(transport, options =>
        {
            options.Cookies = cookies;
            options.RequestInfo = true;
        });

        lock (seen)
        {
            Assert.Equal("login=me", seen[0]);
            Assert.Equal("login=me; server=one", seen[1]);
        }
    }

    [Fact]
    public async Task The_ids_of_the_test_are_in_the_URLs()
    {
        string? path = null;
        await using var host = await TestHost.StartAsync(map: app => app.Use((http, next) =>
        {
            path ??= http.Request.Path;
            return next(http);
        }));
        await using var client = await host.ConnectAsync(SockJSTransports.EventSource, static options => (options.ServerId, options.SessionId) = ("007", "bond"));

        Assert.Equal("/x/007/bond/eventsource", path);
        Assert.Equal("bond", client.SessionId);
        Assert.Equal("o", client.Transcript);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_is_refused_learns_the_status(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync(map: static app => app.Use(static (HttpContext http, RequestDelegate _) =>
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return http.Response.WriteAsync("Who are you?");
        }));

        var refused = await Assert.ThrowsAsync<SockJSRefusedException>(() => host.ConnectAsync(transport));
        Assert.Equal((401, "Who are you?"), (refused.StatusCode, refused.Body));
    }

    [Fact]
    public async Task A_client_that_heeds_the_info_connects_over_no_WebSocket_where_there_is_none()
    {
        await using var host = await TestHost.StartAsync(configure: static options => options.Transports &= ~SockJSTransports.WebSocket);

        var exception = await Assert.ThrowsAsync<SockJSTestException>(() => host.ConnectAsync(SockJSTransports.WebSocket, static options => options.RequestInfo = true));
        Assert.StartsWith("The answer to /info says that there are no WebSockets", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_base_path_of_the_server_is_in_front(SockJSTransports transport)
    {
        await using var host = await TestHost.StartAsync();
        host.Server.BaseAddress = new Uri("http://localhost/below/");
        await using var client = await host.Server.ConnectSockJSAsync("/x", transport);
        await client.SendAsync("found");

        Assert.Equal("found", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_factory_starts_its_application_with_the_clock_and_the_login_of_the_test()
    {
        await using var factory = new WebApplicationFactory<ChatSample.Rooms>().WithSockJSTime(out var clock);
        var cookies = new CookieContainer();
        using var http = factory.CreateDefaultClient(new CookieContainerHandler(cookies));
        (await http.PostAsJsonAsync(new Uri("/sign-in", UriKind.Relative), new { Name = "Ann" })).EnsureSuccessStatusCode();
        await using var client = await factory.ConnectSockJSAsync("/chat", SockJSTransports.XhrStreaming, options => options.Cookies = cookies);
        // The chat tells a newcomer how many there are in each of its five rooms.
        for (var greeting = 0; greeting < 1 + 5; greeting++)
            await client.ReceiveAsync();
        clock.Advance(TimeSpan.FromSeconds(25));

        await client.ExpectHeartbeatAsync();
    }

    [Fact]
    public async Task An_application_on_another_server_is_told_what_it_lacks()
    {
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.ConnectSockJSAsync("/x"));

        Assert.Contains("UseTestServer", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("http://localhost/x")]
    public async Task A_path_starts_with_a_slash(string path)
    {
        await using var host = await TestHost.StartAsync();
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => host.App.ConnectSockJSAsync(path));

        Assert.Equal("path", exception.ParamName);
    }
}
