using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using static SockJS.Conformance.Support.HeaderAuthentication;

namespace SockJS.Conformance.Security;

/// <summary>A connection does not outlive the authentication of its user, where the options say so.</summary>
[OwnServer]
public sealed class AuthenticationExpirationTests(ProtocolServerFixture fixture) : ConformanceTest(fixture)
{
    private const string Expired = "c[4401,\"Authentication expired\"]";

    private readonly JumpingTime _time = new();

    [Theory]
    [InlineData("/echo/000/expiring/websocket")]
    [InlineData("/echo/websocket")]
    public async Task A_websocket_is_closed_when_the_token_of_its_handshake_has_expired(string path)
    {
        var server = StartAuthenticated();
        var socket = await server.OpenWebSocketAsync(path, As("alice"), Lifetime(60));
        var framed = path != "/echo/websocket";
        if (framed)
            Assert.Equal("o", await socket.ReadTextAsync());
        await socket.SendAsync("""["still"]""");
        Assert.EndsWith("""["still"]""", await socket.ReadTextAsync(), StringComparison.Ordinal);
        _time.Jump(TimeSpan.FromSeconds(60));

        if (framed)
            Assert.Equal(Expired, await socket.ReadTextAsync());
        Assert.Equal(framed ? 1000 : 4401, (await socket.ReadCloseAsync()).CloseCode);
    }

    [Fact]
    public async Task A_stream_is_closed_unless_a_later_request_brings_a_newer_token()
    {
        var server = StartAuthenticated();
        var (renewed, url) = await StreamAsync(server, lifetime: 60);
        var (forgotten, _) = await StreamAsync(server, lifetime: 60);
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["renewed"]""", As("alice"), Lifetime(600)));
        Assert.Equal("a[\"renewed\"]\n", await renewed.ReadAsync());
        // Somebody else's token does not keep it open.
        Expect.Status(404, await server.PostAsync(url + "/xhr_send", """["bad"]""", As("mallory"), Lifetime(6000)));
        _time.Jump(TimeSpan.FromSeconds(60));

        Assert.Equal(Expired + "\n", await forgotten.ReadAsync());
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["open"]""", As("alice"), Lifetime(60)));
        Assert.Equal("a[\"open\"]\n", await renewed.ReadAsync());
        _time.Jump(TimeSpan.FromSeconds(60));
        Assert.Equal(Expired + "\n", await renewed.ReadAsync());
    }

    [Fact]
    public async Task A_poll_is_answered_with_the_close_frame()
    {
        var server = StartAuthenticated();
        var url = NewSession();
        Assert.Equal("o\n", (await server.PostAsync(url + "/xhr", As("alice"), Lifetime(600))).Body);
        var poll = server.PostAsync(url + "/xhr", As("alice"), Lifetime(60));
        // That it has attached is told by the frame that it takes.
        Expect.Status(204, await server.PostAsync(url + "/xhr_send", """["a"]""", As("alice"), Lifetime(60)));
        Assert.Equal("a[\"a\"]\n", (await poll).Body);
        _time.Jump(TimeSpan.FromSeconds(60));

        Assert.Equal(Expired + "\n", (await server.PostAsync(url + "/xhr", As("alice"), Lifetime(-1))).Body);
    }

    [Fact]
    public async Task A_cookie_that_expires_closes_what_it_opened()
    {
        var server = Start(
            services =>
            {
                services.AddSingleton<TimeProvider>(_time);
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
                services.AddAuthorization();
                AddCookie(services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme));
                services.AddSockJS(Configure);
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapPost("/login", http => http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "alice")], "password"))));
                app.MapSockJS("/echo", Handlers.Echo).RequireAuthorization();
            });
        Expect.Status(401, await server.PostAsync(NewSession() + "/xhr_streaming"));
        var cookie = (await server.PostAsync("/login"))["Set-Cookie"]!.Split(';')[0];
        var socket = await server.OpenWebSocketAsync(NewSession() + "/websocket", ("Cookie", cookie));
        Assert.Equal("o", await socket.ReadTextAsync());
        _time.Jump(TimeSpan.FromMinutes(5));

        Assert.Equal(Expired, await socket.ReadTextAsync());
        Expect.Status(401, await server.PostAsync(NewSession() + "/xhr_streaming", ("Cookie", cookie)));
    }

    // AddCookie would make the analyzers warn of every server in this project that is open to all origins.
    private static void AddCookie(AuthenticationBuilder authentication)
    {
        authentication.Services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, PostConfigureCookieAuthenticationOptions>();
        authentication.AddScheme<CookieAuthenticationOptions, CookieAuthenticationHandler>(
            CookieAuthenticationDefaults.AuthenticationScheme, options => options.ExpireTimeSpan = TimeSpan.FromMinutes(5));
    }

    private async Task<(StreamingReply Stream, string Url)> StreamAsync(LiveServer server, int lifetime)
    {
        var url = NewSession();
        var stream = await server.OpenAsync(HttpCall.Post(url + "/xhr_streaming", As("alice"), Lifetime(lifetime)));
        await stream.ReadAsync();
        Assert.Equal("o\n", await stream.ReadAsync());
        return (stream, url);
    }

    private LiveServer StartAuthenticated() => Start(
        services =>
        {
            services.AddSingleton<TimeProvider>(_time);
            AddTo(services);
            services.AddSockJS(Configure);
        },
        app =>
        {
            app.UseAuthentication();
            app.MapSockJS("/echo", Handlers.Echo);
        });

    private static void Configure(SockJSOptions options)
    {
        OpenToAll(options);
        options.CloseOnAuthenticationExpiration = true;
    }
}
