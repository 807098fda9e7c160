using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SockJS.Sessions;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData(0, HealthStatus.Healthy, null)]
    [InlineData(8, HealthStatus.Healthy, null)]
    [InlineData(9, HealthStatus.Degraded, "/x has 9 of 10 sessions")]
    [InlineData(10, HealthStatus.Unhealthy, "/x is full")]
    public async Task It_says_how_full_an_endpoint_is(int sessions, HealthStatus status, string? description)
    {
        await using var app = Build();
        Open(app.Tables[0], sessions);
        var entry = await CheckAsync(app);

        Assert.Equal((status, description), (entry.Status, entry.Description));
        Assert.Equal(
            [("/x limit", 10), ("/x sessions", sessions), ("/y limit", 20), ("/y sessions", 0)],
            entry.Data.Select(static one => (one.Key, (int)one.Value)).Order());
    }

    [Fact]
    public async Task The_worst_endpoint_decides_and_all_are_named()
    {
        await using var app = Build(static checks => checks.AddSockJS("real-time", HealthStatus.Degraded, ["ready"], degradedFrom: 0.5));
        Open(app.Tables[0], 10);
        Open(app.Tables[1], 10);
        var entry = await CheckAsync(app, "real-time");

        Assert.Equal((HealthStatus.Degraded, "/x is full; /y has 10 of 20 sessions"), (entry.Status, entry.Description));
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task A_drained_endpoint_is_unhealthy_until_it_takes_sessions_again()
    {
        await using var app = Build();
        var manager = app.Services.GetRequiredKeyedService<SockJSSessionManager>("/y");
        await manager.DrainAsync().SoonAsync();
        Assert.Equal((HealthStatus.Unhealthy, "/y is drained"), ((await CheckAsync(app)).Status, (await CheckAsync(app)).Description));

        manager.Resume();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task A_host_that_shuts_down_is_unhealthy()
    {
        await using var app = Build();
        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task Endpoints_of_one_prefix_are_added_up()
    {
        await using var app = TestApp.Build(
            static services => services.AddSockJS(static options => options.MaxSessions = 10).Services.AddHealthChecks().AddSockJS(),
            static app =>
            {
                app.MapGroup("/a").MapSockJS("/x", static _ => Task.CompletedTask);
                app.MapGroup("/b").MapSockJS("/x", static _ => Task.CompletedTask);
            });
        Open(app.Tables[0], 1);
        Open(app.Tables[1], 2);
        var entry = await CheckAsync(app);

        Assert.Equal((3, 20), (entry.Data["/x sessions"], entry.Data["/x limit"]));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named()
    {
        await using var app = TestApp.Build(static services => services.AddHealthChecks().AddSockJS(), static _ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => CheckAsync(app));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ServiceCollection().AddHealthChecks().AddSockJS(degradedFrom: 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ServiceCollection().AddHealthChecks().AddSockJS(degradedFrom: 1.1));
    }

    private static void Open(SessionTable table, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.NotNull(table.Open(key: null, SockJSTransports.WebSocket, SessionWorld.Nobody, SessionWorld.Client));
    }

    private static async Task<HealthReportEntry> CheckAsync(TestApp app, string name = "sockjs")
    {
        // What is unhealthy is an error to the framework.
        app.Log.Expect("HealthCheckEnd");
        return (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[name];
    }

    private static TestApp Build(Action<IHealthChecksBuilder>? add = null) => TestApp.Build(
        services =>
        {
            services.AddSockJS(static options => options.MaxSessions = 10);
            (add ?? (static checks => checks.AddSockJS()))(services.AddHealthChecks());
        },
        static app =>
        {
            app.MapSockJS("/x", static _ => Task.CompletedTask);
            app.MapSockJS("/y", static _ => Task.CompletedTask, static options => options.MaxSessions = 20);
        });
}
