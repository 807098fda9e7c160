using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class SessionManagersTests
{
    [Fact]
    public async Task Every_endpoint_has_one_that_is_found_by_prefix_and_by_class()
    {
        await using var app = Build(static app =>
        {
            app.MapSockJS("/x", static _ => Task.CompletedTask, static options => options.MaxSessions = 7);
            app.MapSockJS<Probe>();
        });
        var managers = Managers(app);

        Assert.Equal(["/x", "/probe"], managers.All.Select(static manager => manager.Endpoint));
        Assert.Equal(7, managers.At("/x").MaxSessions);
        Assert.Same(managers.All[0], managers.At("/x"));
        Assert.Same(managers.All[1], managers.Of<Probe>());
        Assert.Same(managers.All[1], app.Services.GetRequiredKeyedService<SockJSSessionManager>("/probe"));
        Assert.Same(managers.All[0], app.Services.GetRequiredKeyedService<SockJSSessionManager>("/x"));
    }

    [Fact]
    public async Task One_that_is_not_there_is_named()
    {
        await using var app = Build(static app => app.MapSockJS<Probe>("/y"));

        Assert.Equal("No SockJS endpoint is mapped at \"/x\".", Assert.Throws<InvalidOperationException>(() => Managers(app).At("/x")).Message);
        Assert.Equal(
            "No SockJS endpoint is mapped at \"/x\".",
            Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredKeyedService<SockJSSessionManager>("/x")).Message);
        Assert.Equal(
            "The key of a session manager is the prefix of its endpoint, and no System.Int32.",
            Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredKeyedService<SockJSSessionManager>(1)).Message);
        Assert.Contains("ManagedProbe is not mapped", Assert.Throws<InvalidOperationException>(() => Managers(app).Of<ManagedProbe>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_asked_for_too_early_is_found_later()
    {
        await using var app = Build(static app =>
        {
            Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredKeyedService<SockJSSessionManager>("/probe"));
            app.MapSockJS<Probe>();
        });

        Assert.Equal("/probe", app.Services.GetRequiredKeyedService<SockJSSessionManager>("/probe").Endpoint);
    }

    [Fact]
    public async Task A_class_that_is_mapped_twice_has_two()
    {
        await using var app = Build(static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS<Probe>("/other");
        });

        Assert.Contains("is mapped 2 times", Assert.Throws<InvalidOperationException>(() => Managers(app).Of<Probe>()).Message, StringComparison.Ordinal);
        Assert.NotSame(Managers(app).At("/probe"), Managers(app).At("/other"));
    }

    [Fact]
    public async Task The_attribute_names_one_that_is_made_from_services()
    {
        await using var app = Build(static app => app.MapSockJS<ManagedProbe>());

        var manager = Assert.IsType<GuardManager>(Managers(app).Of<ManagedProbe>());
        Assert.Equal((TimeProvider.System, 3), (manager.Time, manager.Limit));
        Assert.Same(manager, app.Tables[0].Context.Manager);
    }

    [Fact]
    public async Task One_that_is_registered_is_taken_from_the_services()
    {
        await using var app = TestApp.Build(static services => services.AddSingleton<GuardManager>().AddSockJS(), static app => app.MapSockJS<ManagedProbe>());

        Assert.Same(app.Services.GetRequiredService<GuardManager>(), Managers(app).Of<ManagedProbe>());
    }

    [Fact]
    public async Task Options_give_one_to_any_endpoint_and_go_before_the_attribute()
    {
        var own = new SockJSSessionManager();
        await using var app = TestApp.Build(
            static services => services.AddSingleton<GuardManager>().AddSockJS(),
            app =>
            {
                app.MapSockJS("/x", static _ => Task.CompletedTask, static options => options.UseSessionManager<GuardManager>());
                app.MapSockJS<ManagedProbe>(options => options.SessionManager = _ => own);
            });

        Assert.Same(app.Services.GetRequiredService<GuardManager>(), Managers(app).At("/x"));
        Assert.Same(own, Managers(app).Of<ManagedProbe>());
    }

    [Fact]
    public void One_that_is_no_service_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Build(static app => app.MapSockJS("/x", static _ => Task.CompletedTask, static options => options.UseSessionManager<GuardManager>())));

        Assert.Equal("The session manager SockJS.Tests.Hosting.GuardManager is no service: register it with builder.Services.AddSingleton<GuardManager>().", exception.Message);
        Assert.Contains("\"/x\"", Assert.Throws<InvalidOperationException>(() => Build(static app => app.MapSockJS("/x", static _ => Task.CompletedTask, static options => options.SessionManager = static _ => null!))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_for_two_endpoints_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            static services => services.AddSingleton<GuardManager>().AddSockJS(static options => options.UseSessionManager<GuardManager>()),
            static app =>
            {
                app.MapSockJS("/x", static _ => Task.CompletedTask);
                app.MapSockJS("/y", static _ => Task.CompletedTask);
            }));

        Assert.Equal(
            "The session manager SockJS.Tests.Hosting.GuardManager is that of the SockJS endpoint \"/x\" and cannot be that of \"/y\" too: each endpoint needs an instance of its own.",
            exception.Message);
    }

    [Fact]
    public async Task The_librarys_own_is_told_nothing()
    {
        await using var app = Build(static app => app.MapSockJS("/x", static _ => Task.CompletedTask));

        Assert.Null(app.Tables[0].Context.Manager);
    }

    private static ISockJSSessionManagers Managers(TestApp app) => app.Services.GetRequiredService<ISockJSSessionManagers>();

    private static TestApp Build(Action<WebApplication> map) => TestApp.Build(static services => services.AddSockJS(), map);
}
