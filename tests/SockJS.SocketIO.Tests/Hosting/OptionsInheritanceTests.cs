using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SockJS.Hosting;
using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Hosting;

public sealed class OptionsInheritanceTests
{
    [Fact]
    public void An_endpoint_starts_from_the_global_settings_wherever_the_calls_stand()
    {
        using var services = new ServiceCollection()
            .Configure<SocketIOOptions>("/chat", static options => options.MaxSessions += 1)
            .AddSocketIO(static options => (options.MaxSessions, options.Recovery.Enabled) = (7, true))
            .Services.BuildServiceProvider();

        var chat = EndpointOptionsServices.OptionsOf<SocketIOOptions>(services, "/chat", static options => options.MaxSessions *= 10);
        var other = EndpointOptionsServices.OptionsOf<SocketIOOptions>(services, "/other", null);

        Assert.Equal((80, true), (chat.MaxSessions, chat.Recovery.Enabled));
        Assert.Equal((7, true), (other.MaxSessions, other.Recovery.Enabled));
    }

    [Fact]
    public void The_settings_of_an_endpoint_are_its_own()
    {
        using var services = new ServiceCollection().AddEngineIO().Services.BuildServiceProvider();
        var options = EndpointOptionsServices.OptionsOf<EngineIOOptions>(services, "/engine.io", static options => options.Cookie.Name = "changed");

        Assert.Equal("changed", options.Cookie.Name);
        Assert.Equal("io", EndpointOptionsServices.OptionsOf<EngineIOOptions>(services, "/engine.io", null).Cookie.Name);
    }

    [Fact]
    public void Engine_IO_SocketIO_and_SockJS_endpoints_have_settings_apart()
    {
        using var services = new ServiceCollection()
            .AddEngineIO(static options => options.MaxPayload = 1)
            .Services.AddSocketIO(static options => options.MaxPayload = 2)
            .Services.AddSockJS(static options => options.MaxSessions = 3)
            .Services.BuildServiceProvider();

        Assert.Equal(1, services.GetRequiredService<IOptions<EngineIOOptions>>().Value.MaxPayload);
        Assert.Equal(2, services.GetRequiredService<IOptions<SocketIOOptions>>().Value.MaxPayload);
        Assert.Equal(3, services.GetRequiredService<IOptions<SockJSOptions>>().Value.MaxSessions);
        Assert.Equal(10_000, services.GetRequiredService<IOptions<SocketIOOptions>>().Value.MaxSessions);
    }

    [Fact]
    public async Task Settings_of_a_path_that_is_not_mapped_are_a_warning()
    {
        using var log = new ListLogger();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSocketIO().Services.AddEngineIO();
        builder.Services
            .Configure<SocketIOOptions>("/socket.io", static _ => { })
            .Configure<SocketIOOptions>("/engine.io", static _ => { })
            .Configure<EngineIOOptions>("/engine.io", static _ => { })
            .Configure<EngineIOOptions>("/socket.io", static _ => { });
        await using var app = builder.Build();
        app.MapSocketIO("/socket.io/", static _ => { });
        app.MapEngineIO("/engine.io", static _ => Task.CompletedTask);

        await app.StartAsync();

        Assert.Equal(
            [
                "The EngineIOOptions of \"/socket.io\" have no effect, as no endpoint that has such is mapped there. Mapped are: /engine.io",
                "The SocketIOOptions of \"/engine.io\" have no effect, as no endpoint that has such is mapped there. Mapped are: /socket.io",
            ],
            log.Lines.Where(static line => line.Event == "SettingsUnused").Select(static line => line.Text).Order());
    }

    [Fact]
    public void Settings_are_read_from_configuration_for_all_endpoints_and_for_one()
    {
        using var services = new ServiceCollection().AddSocketIO(Section(new()
        {
            ["Transports"] = "WebSocket",
            ["PingInterval"] = "00:00:15",
            ["MaxSessions"] = "500",
            ["Parser"] = "messagepack",
            ["AllowedOrigins:0"] = "https://one.example.com",
            ["Cookie:Enabled"] = "true",
            ["Cookie:SameSite"] = "Strict",
            ["Recovery:Enabled"] = "true",
            ["Recovery:MaxDisconnection"] = "00:05:00",
            ["Endpoints:/chat:MaxAttachments"] = "3",
            ["Endpoints:/chat:Recovery:MaxBytes"] = "1000",
            ["Endpoints:/chat:AllowedOrigins:0"] = "https://two.example.com",
        })).Services.BuildServiceProvider();

        var all = services.GetRequiredService<IOptions<SocketIOOptions>>().Value;
        Assert.Equal((EngineIOTransports.WebSocket, TimeSpan.FromSeconds(15), 500, SocketIOParser.MessagePack), (all.Transports, all.PingInterval, all.MaxSessions, all.Parser));
        Assert.Equal((true, "io", Microsoft.AspNetCore.Http.SameSiteMode.Strict), (all.Cookie.Enabled, all.Cookie.Name, all.Cookie.SameSite));
        Assert.Equal((true, TimeSpan.FromMinutes(5), 67_108_864), (all.Recovery.Enabled, all.Recovery.MaxDisconnection, all.Recovery.MaxBytes));
        Assert.Equal(["https://one.example.com"], all.AllowedOrigins);

        var chat = EndpointOptionsServices.OptionsOf<SocketIOOptions>(services, "/chat", null);
        Assert.Equal((3, 1000, true, 500), (chat.MaxAttachments, chat.Recovery.MaxBytes, chat.Recovery.Enabled, chat.MaxSessions));
        Assert.Equal(["https://one.example.com", "https://two.example.com"], chat.AllowedOrigins);
    }

    [Fact]
    public void Settings_of_Engine_IO_are_read_from_configuration_too()
    {
        using var services = new ServiceCollection()
            .AddEngineIO(Section(new() { ["MaxPayload"] = "5000", ["Endpoints:/engine.io:Cookie:Name"] = "node" }))
            .Services.BuildServiceProvider();
        var options = EndpointOptionsServices.OptionsOf<EngineIOOptions>(services, "/engine.io", null);

        Assert.Equal((5000, "node"), (options.MaxPayload, options.Cookie.Name));
    }

    [Fact]
    public void A_section_that_is_named_like_no_path_is_refused()
        => Assert.Contains(
            "\"socket.io\"",
            Assert.Throws<InvalidOperationException>(static () => new ServiceCollection().AddSocketIO(Section(new() { ["Endpoints:socket.io:MaxPayload"] = "1" }))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Global_settings_that_cannot_work_stop_the_application_at_its_start()
    {
        using var services = new ServiceCollection().AddSocketIO(static options => options.MaxPayload = 0).Services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains(nameof(SocketIOOptions.MaxPayload), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_an_endpoint_that_cannot_work_are_refused_with_its_path()
    {
        using var services = new ServiceCollection()
            .AddEngineIO().Services
            .Configure<EngineIOOptions>("/named", static options => options.MaxPayload = 0)
            .BuildServiceProvider();

        Assert.Equal("/named", Assert.Throws<OptionsValidationException>(() => EndpointOptionsServices.OptionsOf<EngineIOOptions>(services, "/named", null)).OptionsName);
        Assert.Equal(
            "/mapped",
            Assert.Throws<OptionsValidationException>(() => EndpointOptionsServices.OptionsOf<EngineIOOptions>(services, "/mapped", static options => options.MaxPayload = 0)).OptionsName);
    }

    [Fact]
    public void Adding_them_twice_adds_their_services_once()
    {
        var services = new ServiceCollection();
        var builder = services.AddSocketIO();
        services.AddEngineIO();
        var count = services.Count;
        services.AddSocketIO();
        services.AddEngineIO();

        Assert.Same(services, builder.Services);
        Assert.Equal(0, services.Skip(count).Count(static service => (service.ImplementationType ?? service.ServiceType).Namespace!.StartsWith("SockJS", StringComparison.Ordinal)));
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(static pair => $"SocketIO:{pair.Key}", static pair => pair.Value)).Build().GetSection("SocketIO");
}
