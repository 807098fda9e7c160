using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SockJS.Dashboard;
using SockJS.Diagnostics;
using SockJS.Protocol;
using SockJS.Sessions;

namespace SockJS.Hosting;

/// <summary>Maps the dashboard: its files, and the endpoint that feeds it.</summary>
internal static partial class DashboardMapper
{
    public static SockJSEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string prefix)
    {
        if (EndpointPath.FindProblem(prefix) is { } problem)
            throw new ArgumentException($"The prefix \"{prefix}\" {problem}.", nameof(prefix));
        var services = endpoints.ServiceProvider;
        var live = MapLive(endpoints, prefix + "/live");
        var builder = new SockJSEndpointConventionBuilder(live, MapFiles(endpoints, prefix));
        var access = new DashboardAccess(EnvironmentOf(services)?.IsDevelopment() == true);
        var metadata = new DashboardMetadata();
        builder.Add(route => route.Metadata.Add(metadata));
        builder.Finally(route => Guard(route, access));
        if (!access.IsDevelopment)
            services.GetService<IHostApplicationLifetime>()?.ApplicationStarted.Register(() => Warn(services, metadata, prefix));
        return builder;
    }

    private static SockJSEndpointConventionBuilder MapLive(IEndpointRouteBuilder endpoints, string prefix)
    {
        var services = endpoints.ServiceProvider;
        LiveFeed? feed = null;
        var endpoint = SockJSEndpoint.Create(
            endpoints,
            prefix,
            type: null,
            LiveOptions.Apply,
            (formats, failures) =>
            {
                var format = formats.Create();
                return (new DelegateRunner(connection => feed!.RunAsync(connection), format, failures), format);
            },
            isInternal: true);
        var directory = new EndpointDirectory(services.GetRequiredService<SessionRegistry>());
        var logger = LoggerOf(services, LogCategories.Dashboard);
        var sampler = new Sampler(directory, services.GetRequiredService<Instruments>(), endpoint.Time, logger);
        feed = new LiveFeed(sampler, directory, EnvironmentOf(services)?.ApplicationName ?? "", logger);
        return EndpointMapper.Map(endpoints, endpoint, type: null, metadata: []);
    }

    private static RouteGroupBuilder MapFiles(IEndpointRouteBuilder endpoints, string prefix)
    {
        var group = endpoints.MapGroup(prefix);
        group.WithMetadata(new OutputCacheAttribute { NoStore = true });
        group.Map("", DashboardFiles.RunAsync).WithDisplayName($"SockJS dashboard {prefix}");
        foreach (var (name, file) in DashboardFiles.All)
            group.Map("/" + name, file.RunAsync).WithDisplayName($"SockJS dashboard {prefix}/{name}");
        group.Map("/{**rest}", NotFound).WithDisplayName($"SockJS dashboard {prefix} (unknown URL)");
        return group;
    }

    // After all conventions, those of the groups around it included, it is known whether the application protects the route.
    private static void Guard(EndpointBuilder route, DashboardAccess access)
    {
        var run = route.RequestDelegate!;
        route.RequestDelegate = http => access.Allows(http) ? run(http) : NotFound(http);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void Warn(IServiceProvider services, DashboardMetadata metadata, string prefix)
    {
        var routes = services.GetService<EndpointDataSource>()?.Endpoints.Where(route => route.Metadata.GetMetadata<DashboardMetadata>() == metadata);
        if (routes?.Any(static route => !DashboardAccess.IsProtected(route.Metadata)) == true)
            DashboardUnprotected(LoggerOf(services, LogCategories.Hosting), prefix);
    }

    // The one that an application sees as app.Environment, and may have changed.
    private static IHostEnvironment? EnvironmentOf(IServiceProvider services)
        => services.GetService<IWebHostEnvironment>() ?? services.GetService<IHostEnvironment>();

    private static ILogger LoggerOf(IServiceProvider services, string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    [LoggerMessage(30, LogLevel.Warning, "The dashboard at {Prefix} answers nobody: outside of the environment Development it needs RequireAuthorization().", EventName = "DashboardUnprotected")]
    private static partial void DashboardUnprotected(ILogger logger, string prefix);
}
