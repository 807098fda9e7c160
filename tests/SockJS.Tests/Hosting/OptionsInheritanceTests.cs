using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class OptionsInheritanceTests
{
    [Fact]
    public async Task An_endpoint_starts_from_the_global_settings()
    {
        await using var app = TestApp.Build(
            static services => services.AddSockJS(static options =>
            {
                options.MaxSessions = 7;
                options.AllowedOrigins.Add("https://example.com");
            }),
            Map);

        Assert.Equal(7, Options(app).MaxSessions);
        Assert.Equal(["https://example.com"], Options(app).AllowedOrigins);
    }

    [Fact]
    public async Task The_order_of_the_calls_does_not_matter()
    {
        await using var before = TestApp.Build(static services => Chat(services).AddSockJS(Global), Map);
        await using var after = TestApp.Build(static services => Chat(services.AddSockJS(Global).Services), Map);
        await using var twice = TestApp.Build(static services => Chat(services.AddSockJS().Services).AddSockJS(Global), Map);

        Assert.All([before, after, twice], static app =>
        {
            Assert.Equal(1, Options(app).MaxSessions);
            Assert.Equal(2, Options(app).MaxMessageSize);
            Assert.Equal(20, Options(app, endpoint: 1).MaxMessageSize);
        });

        static IServiceCollection Chat(IServiceCollection services) => services.Configure<SockJSOptions>("/chat", static options => options.MaxMessageSize = 2);

        static void Global(SockJSOptions options)
        {
            options.MaxSessions = 1;
            options.MaxMessageSize = 20;
        }
    }

    [Fact]
    public async Task Settings_of_a_path_that_is_not_mapped_are_a_warning()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Endpoints:/chat:MaxSessions", "1"), new("Endpoints:/caht:MaxSessions", "1")]).Build();
        await using var app = await TestApp.StartInMemoryAsync(
            services => services.AddSockJS(configuration).Services
                .Configure<SockJSOptions>("/Chat", static _ => { })
                .Configure<SockJSOptions>("/news", static _ => { })
                .Configure<SockJSOptions>("/news/", static _ => { })
                .PostConfigure<SockJSOptions>("/late", static _ => { })
                .PostConfigureAll<SockJSOptions>(static _ => { })
                .ConfigureAll<SockJSOptions>(static _ => { }),
            static app =>
            {
                app.MapSockJS("/chat", static _ => Task.CompletedTask);
                app.MapGroup("/v2").MapSockJS("/news", static _ => Task.CompletedTask);
            });

        Assert.Equal(
            new[] { "/caht", "/Chat", "/news/", "/late" }.Select(static name => (LogLevel.Warning, 31, $"The SockJSOptions of \"{name}\" have no effect, as no endpoint that has such is mapped there. Mapped are: /chat, /news")),
            app.Log.Entries.Where(static entry => entry.Event.Name == "SettingsUnused").Select(static entry => (entry.Level, entry.Event.Id, entry.Message)));
    }

    [Fact]
    public async Task What_is_given_where_the_endpoint_is_mapped_comes_last()
    {
        await using var app = TestApp.Build(
            static services => services.AddSockJS(static options => options.MaxSessions = 1).Services
                .Configure<SockJSOptions>("/chat", static options => options.MaxSessions++),
            static app => app.MapSockJS("/chat", static _ => Task.CompletedTask, static options => options.MaxSessions *= 10));

        Assert.Equal(20, Options(app).MaxSessions);
    }

    [Fact]
    public async Task One_endpoint_does_not_change_the_settings_of_another()
    {
        await using var app = TestApp.Build(
            static services => services.AddSockJS(static options => options.AllowedOrigins.Add("https://example.com")),
            static app =>
            {
                app.MapSockJS("/chat", static _ => Task.CompletedTask, static options => options.AllowedOrigins.Add("https://chat.example.com"));
                app.MapSockJS("/chat", static _ => Task.CompletedTask);
            });

        Assert.Equal(["https://example.com", "https://chat.example.com"], Options(app).AllowedOrigins);
        Assert.Equal(["https://example.com"], Options(app, endpoint: 1).AllowedOrigins);
    }

    [Fact]
    public async Task Settings_come_from_configuration()
    {
        await using var app = TestApp.Build(static services => services.AddSockJS(Configuration()), Map);
        var (chat, other) = (Options(app), Options(app, endpoint: 1));

        Assert.Equal(SockJSTransports.WebSocket | SockJSTransports.XhrPolling, other.Transports);
        Assert.Equal(TimeSpan.FromSeconds(40), other.HeartbeatInterval);
        Assert.Equal(SockJSCookieMode.JSessionId, other.CookieMode);
        Assert.Equal(["https://one.example.com", "https://two.example.com"], other.AllowedOrigins);
        Assert.Equal(500, other.MaxSessions);
        Assert.Equal("https://sockjs.example.com/x", other.BaseUrl);
        Assert.True(other.AllowAnyOrigin);
        Assert.Equal(SlowClientPolicy.Close, other.SlowClientPolicy);

        Assert.Equal(SlowClientPolicy.DropOldest, chat.SlowClientPolicy);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), chat.DisconnectDelay);
        Assert.Equal(TimeSpan.FromSeconds(40), chat.HeartbeatInterval);
        Assert.Equal(["https://one.example.com", "https://two.example.com", "https://chat.example.com"], chat.AllowedOrigins);
    }

    [Fact]
    public void Settings_for_what_can_be_no_endpoint_are_refused()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("SockJS:Endpoints:chat:MaxSessions", "1")])
            .Build();
        var exception = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSockJS(configuration.GetSection("SockJS")));

        Assert.Equal(
            "The configuration section \"SockJS:Endpoints:chat\" is named like no endpoint: the prefix \"chat\" does not start with a slash.", exception.Message);
    }

    [Fact]
    public async Task Code_goes_before_configuration_where_it_comes_later()
    {
        await using var app = TestApp.Build(
            static services => services.AddSockJS(Configuration()).Services
                .Configure<SockJSOptions>(static options => options.MaxSessions = 1)
                .Configure<SockJSOptions>("/chat", static options => options.SlowClientPolicy = SlowClientPolicy.DropNewest),
            Map);

        Assert.Equal(1, Options(app).MaxSessions);
        Assert.Equal(SlowClientPolicy.DropNewest, Options(app).SlowClientPolicy);
    }

    [Fact]
    public async Task Global_settings_that_cannot_work_stop_the_application_at_its_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            static builder => builder.Services.AddSockJS(static options => options.MaxSessions = 0),
            static _ => { }));

        Assert.Contains(nameof(SockJSOptions.MaxSessions), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_an_endpoint_that_cannot_work_are_refused_when_it_is_mapped()
    {
        var exception = Assert.Throws<OptionsValidationException>(static () => TestApp.Build(
            static services => services.AddSockJS().Services.Configure<SockJSOptions>("/chat", static options => options.SendTimeout = TimeSpan.Zero),
            Map));

        Assert.Equal("/chat", exception.OptionsName);
        Assert.Contains(nameof(SockJSOptions.SendTimeout), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_SockJS_twice_adds_its_services_once()
    {
        var services = new ServiceCollection();
        var builder = services.AddSockJS();
        var count = services.Count(IsOurs);
        services.AddSockJS();

        Assert.Same(services, builder.Services);
        Assert.NotEqual(0, count);
        Assert.Equal(count, services.Count(IsOurs));

        static bool IsOurs(ServiceDescriptor service) => (service.ImplementationType ?? service.ServiceType).Assembly == typeof(SockJSConnection).Assembly;
    }

    private static SockJSOptions Options(TestApp app, int endpoint = 0) => SockJSSessionContext.OptionsOf(app.Tables[endpoint]);

    private static void Map(WebApplication app)
    {
        app.MapSockJS("/chat", static _ => Task.CompletedTask);
        app.MapSockJS("/other", static _ => Task.CompletedTask);
    }

    private static IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["SockJS:Transports"] = "WebSocket, XhrPolling",
        ["SockJS:HeartbeatInterval"] = "00:00:40",
        ["SockJS:MaxSessions"] = "500",
        ["SockJS:CookieMode"] = "jsessionid",
        ["SockJS:BaseUrl"] = "https://sockjs.example.com/x",
        ["SockJS:AllowAnyOrigin"] = "true",
        ["SockJS:AllowedOrigins:0"] = "https://one.example.com",
        ["SockJS:AllowedOrigins:1"] = "https://two.example.com",
        ["SockJS:Endpoints:/chat:SlowClientPolicy"] = "DropOldest",
        ["SockJS:Endpoints:/chat:DisconnectDelay"] = "00:00:01.5",
        ["SockJS:Endpoints:/chat:AllowedOrigins:0"] = "https://chat.example.com",
    }).Build().GetSection("SockJS");
}
