using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SockJS.Hosting;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class MappingTests
{
    private static readonly string[] s_common = ["/x", "/x/info", "/x/{**rest}"];

    [Fact]
    public void A_missing_AddSockJS_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            static _ => { },
            static app => app.MapSockJS("/x", static _ => Task.CompletedTask)));

        Assert.Contains("AddSockJS", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => TestApp.Build(static _ => { }, static app => app.MapSockJS<Probe>()));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("x", "does not start with a slash")]
    [InlineData("/", "would claim every URL of the site")]
    [InlineData("/x/", "ends in a slash")]
    [InlineData("/x//y", "contains an empty segment")]
    [InlineData("/x/../y", "contains the segment '..', which clients remove")]
    [InlineData("/{tenant}/x", "contains a route parameter")]
    [InlineData("/x*", "contains a wildcard")]
    [InlineData("/x?y", "contains a query string")]
    [InlineData("/x y", "contains a space")]
    public void A_bad_prefix_is_refused_with_what_is_wrong_with_it(string prefix, string problem)
    {
        var exception = Assert.Throws<ArgumentException>(nameof(prefix), () => Build(static _ => { }, prefix));

        Assert.StartsWith($"The SockJS prefix \"{prefix}\" {problem}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_must_be_there()
    {
        Assert.Throws<ArgumentNullException>("handler", () => Build(static app => app.MapSockJS("/x", null!)));
        Assert.Throws<ArgumentNullException>("prefix", () => Build(static app => app.MapSockJS(null!, static _ => Task.CompletedTask)));
        Assert.Throws<ArgumentNullException>("services", () => SockJSServiceCollectionExtensions.AddSockJS(null!));
        Assert.Throws<ArgumentNullException>("configuration", () => new ServiceCollection().AddSockJS((IConfiguration)null!));
    }

    [Theory]
    [InlineData(SockJSTransports.None)]
    [InlineData(SockJSTransports.WebSocket, "/x/{server}/{session}/websocket")]
    [InlineData(SockJSTransports.RawWebSocket, "/x/websocket")]
    [InlineData(SockJSTransports.XhrStreaming, "/x/{server}/{session}/xhr_streaming", "/x/{server}/{session}/xhr_send")]
    [InlineData(SockJSTransports.XhrPolling, "/x/{server}/{session}/xhr", "/x/{server}/{session}/xhr_send")]
    [InlineData(SockJSTransports.EventSource, "/x/{server}/{session}/eventsource", "/x/{server}/{session}/xhr_send")]
    [InlineData(SockJSTransports.HtmlFile, "/x/{server}/{session}/htmlfile", "/x/{server}/{session}/xhr_send")]
    [InlineData(SockJSTransports.JsonpPolling, "/x/{server}/{session}/jsonp", "/x/{server}/{session}/jsonp_send")]
    [InlineData(SockJSTransports.Iframe, "/x/{page}")]
    public async Task Only_the_URLs_of_transports_that_are_served_are_mapped(SockJSTransports transports, params string[] patterns)
    {
        await using var app = Build(app => app.MapSockJS("/x", static _ => Task.CompletedTask, options =>
        {
            options.Transports = transports;
            options.ClientLibraryUrl = "/sockjs.js";
        }));

        Assert.Equal(s_common.Concat(patterns).Order(StringComparer.Ordinal), PatternsOf(app).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_class_is_mapped_at_the_prefix_of_its_attribute_or_another()
    {
        await using var app = Build(static app =>
        {
            app.MapSockJS<Probe>();
            app.MapSockJS<Probe>("/elsewhere/probe");
        });

        Assert.Equal(["/probe", "/elsewhere/probe"], PrefixesOf(app));
        Assert.All(app.Routes, static route => Assert.Equal(typeof(Probe), route.Metadata.GetRequiredMetadata<SockJSEndpointMetadata>().EndpointType));
    }

    [Fact]
    public async Task All_classes_of_the_assembly_are_mapped_at_once()
    {
        await using var app = Build(static app => app.MapSockJSEndpoints());

        Assert.Equal(["/guarded", "/managed", "/probe"], PrefixesOf(app).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_may_lie_within_a_group()
    {
        await using var app = Build(static app => app.MapGroup("/api/{tenant}").MapSockJS("/x", static _ => Task.CompletedTask));

        Assert.All(PatternsOf(app), static pattern => Assert.StartsWith("/api/{tenant}/x", pattern, StringComparison.Ordinal));
        Assert.Equal(["/x"], PrefixesOf(app));
        Assert.All(app.Routes, static route => Assert.Null(route.Metadata.GetRequiredMetadata<SockJSEndpointMetadata>().EndpointType));
    }

    [Fact]
    public async Task Conventions_hold_on_every_route()
    {
        await using var app = Build(app =>
        {
            var builder = app.MapSockJS("/x", static _ => Task.CompletedTask, All);
            builder.Finally(static route => route.Metadata.Add($"last, after {route.Metadata.OfType<MappingTests>().Count()}"));
            builder.RequireAuthorization("staff").RequireHost("example.com").WithMetadata(this);
        });

        Assert.Equal(13, app.Routes.Count);
        Assert.All(app.Routes, route =>
        {
            Assert.Equal("staff", route.Metadata.GetRequiredMetadata<IAuthorizeData>().Policy);
            Assert.Equal(["example.com"], route.Metadata.GetRequiredMetadata<IHostMetadata>().Hosts);
            Assert.Same(this, route.Metadata.GetRequiredMetadata<MappingTests>());
            Assert.Equal("last, after 1", route.Metadata.GetMetadata<string>());
        });
    }

    [Fact]
    public async Task Conventions_for_several_endpoints_hold_on_every_route_of_all()
    {
        await using var app = Build(static app => new SockJSEndpointConventionBuilder(
            app.MapSockJS("/x", static _ => Task.CompletedTask),
            app.MapSockJS("/y", static _ => Task.CompletedTask)).RequireHost("example.com"));

        Assert.Equal(["/x", "/y"], PrefixesOf(app));
        Assert.All(app.Routes, static route => Assert.NotNull(route.Metadata.GetMetadata<IHostMetadata>()));
    }

    [Fact]
    public async Task Attributes_of_a_class_become_metadata_of_every_route()
    {
        await using var app = Build(static app => app.MapSockJS<GuardedProbe>());

        Assert.All(app.Routes, static route => Assert.Equal("probes", route.Metadata.GetRequiredMetadata<AuthorizeAttribute>().Policy));
    }

    [Fact]
    public async Task Requests_that_last_do_not_time_out_and_do_not_count_as_slow()
    {
        await using var app = Build(static app => app.MapSockJS("/x", static _ => Task.CompletedTask, All));
        string[] lasting = ["websocket", "xhr_streaming", "xhr", "eventsource", "htmlfile", "jsonp"];

        Assert.All(app.Routes, route =>
        {
            var lasts = lasting.Contains(route.RoutePattern.RawText!.Split('/')[^1]);
            Assert.Equal(lasts, route.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null);
            Assert.Equal(lasts, route.Metadata.GetMetadata<IDisableHttpMetricsMetadata>() is not null);
        });
    }

    [Fact]
    public async Task Routes_have_names_that_people_can_read()
    {
        await using var app = Build(static app => app.MapSockJS("/x", static _ => Task.CompletedTask));

        Assert.Contains("SockJS /x/{server}/{session}/xhr", app.Routes.Select(static route => route.DisplayName));
        Assert.Contains("SockJS /x (unknown URL)", app.Routes.Select(static route => route.DisplayName));
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_when_the_endpoint_is_mapped()
        => Assert.Throws<OptionsValidationException>(() => Build(static app =>
            app.MapSockJS("/x", static _ => Task.CompletedTask, static options => options.MaxSessions = 0)));

    private static TestApp Build(Action<WebApplication> map) => TestApp.Build(static services => services.AddSockJS(), map);

    private static TestApp Build(Action<SockJSOptions> configure, string prefix)
        => TestApp.Build(services => services.AddSockJS(configure), app => app.MapSockJS(prefix, static _ => Task.CompletedTask));

    private static IEnumerable<string> PatternsOf(TestApp app) => app.Routes.Select(static route => "/" + route.RoutePattern.RawText!.Trim('/'));

    private static IEnumerable<string> PrefixesOf(TestApp app)
        => app.Routes.Select(static route => route.Metadata.GetRequiredMetadata<SockJSEndpointMetadata>())
            .Distinct()
            .Select(static metadata => metadata.Prefix);

    private static void All(SockJSOptions options)
    {
        options.Transports = SockJSTransports.All;
        options.ClientLibraryUrl = "/sockjs.js";
    }
}
