using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.Dashboard;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dashboard;

public sealed class DashboardMappingTests
{
    private static readonly string[] s_files =
        ["", "dashboard.css", "icon.svg", "dashboard.js", "connection.js", "endpoints.js", "sessions.js", "closing.js", "chart.js", "text.js"];

    private static readonly string[] s_live = ["live", "live/info", "live/websocket", "live/0/0/eventsource", "live/whatever"];

    [Fact]
    public async Task In_development_it_answers_this_machine_with_every_file_and_a_strict_policy()
    {
        await using var app = await StartAsync(Environments.Development, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);

        foreach (var file in s_files)
        {
            using var answer = await http.GetAsync("/_sockjs/" + file);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{file} answers {answer.StatusCode}.");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.True(answer.Headers.CacheControl!.NoCache);
        }

        Assert.Equal(DashboardFiles.All.Keys.Order().Prepend(""), s_files.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/_sockjs/whatever.js")).StatusCode);
        Assert.Equal("Welcome to SockJS!\n", await http.GetStringAsync("/_sockjs/live"));
    }

    [Fact]
    public async Task A_file_that_is_known_already_is_not_sent_again()
    {
        await using var app = await StartAsync(Environments.Development, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);
        using var first = await http.GetAsync("/_sockjs/dashboard.js");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/_sockjs/dashboard.js") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var other = new HttpRequestMessage(HttpMethod.Get, "/_sockjs/dashboard.css") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(other)).StatusCode);
    }

    [Fact]
    public async Task Files_are_read_only()
    {
        await using var app = await StartAsync(Environments.Development, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);

        using var posted = await http.PostAsync("/_sockjs/dashboard.js", content: null);
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/_sockjs/dashboard.js"));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (posted.StatusCode, string.Join(", ", posted.Content.Headers.Allow)));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 0);
    }

    [Theory]
    [InlineData("/_sockjs", "/_sockjs", "./_sockjs/")]
    [InlineData("/a/b@c", "/a/b@c", "./b@c/")]
    public async Task The_page_has_a_slash_at_its_end(string prefix, string path, string location)
    {
        await using var app = await StartAsync(Environments.Development, app => app.MapSockJSDashboard(prefix));
        using var http = ClientOf(app);

        using var answer = await http.GetAsync(path);

        Assert.Equal((HttpStatusCode.Found, location), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [InlineData("Host", "192.0.2.1")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    public async Task In_development_it_answers_nobody_who_may_sit_elsewhere(string header, string value)
    {
        await using var app = await StartAsync(Environments.Development, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);
        http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        await ExpectAllAsync(http, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("app.localhost:5000")]
    [InlineData("[::1]:5000")]
    public async Task The_names_of_this_machine_are_known(string host)
    {
        await using var app = await StartAsync(Environments.Development, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);
        http.DefaultRequestHeaders.Host = host;

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_sockjs/")).StatusCode);
    }

    [Fact]
    public async Task Elsewhere_it_answers_nobody_without_authorization_and_a_warning_says_so()
    {
        await using var app = await StartAsync(Environments.Production, static app => app.MapSockJSDashboard());
        using var http = ClientOf(app);

        await ExpectAllAsync(http, HttpStatusCode.NotFound);
        Assert.Equal(LogLevel.Warning, Assert.Single(app.Log.Entries, static entry => entry.Event.Name == "DashboardUnprotected").Level);
    }

    [Fact]
    public async Task What_is_open_to_everybody_is_not_protected()
    {
        await using var app = await StartAsync(Environments.Production, static app => app.MapSockJSDashboard().RequireAuthorization().AllowAnonymous());
        using var http = ClientOf(app);

        await ExpectAllAsync(http, HttpStatusCode.NotFound);
        Assert.Contains(app.Log.Entries, static entry => entry.Event.Name == "DashboardUnprotected");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Authorization_holds_on_the_page_the_files_and_what_feeds_them(bool onGroup)
    {
        await using var app = await StartAsync(Environments.Production, app =>
        {
            if (onGroup)
                app.MapGroup("").RequireAuthorization().MapSockJSDashboard();
            else
                app.MapSockJSDashboard().RequireAuthorization();
        });
        using var http = ClientOf(app);

        foreach (var path in s_files.Append("whatever"))
        {
            using var answer = await http.GetAsync("/_sockjs/" + path);
            Assert.True(answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.AbsolutePath == "/Account/Login", $"{path} answers {answer.StatusCode}.");
        }

        foreach (var path in s_live)
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/_sockjs/" + path)).StatusCode);
        using var socket = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(new Uri(app.Address, "/_sockjs/live/websocket")) { Scheme = "ws" }.Uri, CancellationToken.None));

        await http.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_sockjs/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_sockjs/live/info")).StatusCode);
        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Event.Name == "DashboardUnprotected");
    }

    [Fact]
    public async Task What_the_application_allows_its_own_endpoints_does_not_hold_for_what_feeds_the_page()
    {
        await using var app = await StartAsync(
            Environments.Development,
            static app => app.MapSockJSDashboard(),
            static options =>
            {
                options.AllowAnyOrigin = true;
                options.Transports = SockJSTransports.All;
                options.ClientLibraryUrl = "/sockjs.js";
                options.MessagesPerSecond = null;
            });
        using var http = ClientOf(app);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/_sockjs/live/info") { Headers = { { "Origin", "https://evil.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/_sockjs/live/iframe.html")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/_sockjs/live/0/0/jsonp?c=x")).StatusCode);
        Assert.NotNull(app.Tables.Single(static table => table.Context.IsInternal).Options.MessagesPerSecond);
    }

    [Fact]
    public async Task It_counts_as_no_endpoint_of_the_application()
    {
        await using var app = TestApp.Build(static services => services.AddSockJS(), static app =>
        {
            app.MapSockJSDashboard();
            app.MapSockJS("/x", static _ => Task.CompletedTask);
        });

        Assert.Equal(["/x"], app.Services.GetRequiredService<ISockJSSessionManagers>().All.Select(static manager => manager.Endpoint));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("x")]
    [InlineData("/x/")]
    public void A_bad_prefix_is_refused(string prefix)
        => Assert.Throws<ArgumentException>(nameof(prefix), () => TestApp.Build(static services => services.AddSockJS(), app => app.MapSockJSDashboard(prefix)));

    [Fact]
    public void A_missing_AddSockJS_is_named()
        => Assert.Contains(
            "AddSockJS",
            Assert.Throws<InvalidOperationException>(() => TestApp.Build(static _ => { }, static app => app.MapSockJSDashboard())).Message,
            StringComparison.Ordinal);

    private static async Task ExpectAllAsync(HttpClient http, HttpStatusCode status)
    {
        foreach (var path in s_files.Concat(s_live))
        {
            using var answer = await http.GetAsync("/_sockjs/" + path);
            Assert.True(answer.StatusCode == status, $"{path} answers {answer.StatusCode}.");
        }
    }

    private static Task<TestApp> StartAsync(string environment, Action<WebApplication> map, Action<SockJSOptions>? configure = null)
        => TestApp.StartAsync(
            builder =>
            {
                builder.Environment.EnvironmentName = environment;
                builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
                builder.Services.AddAuthorization();
                builder.Services.AddSockJS(configure);
            },
            app =>
            {
                app.MapGet("/sign-in", static http => http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "ada")], "test"))));
                app.MapSockJS("/x", static _ => Task.CompletedTask);
                map(app);
            });

    private static HttpClient ClientOf(TestApp app)
        => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = app.Address };
}
