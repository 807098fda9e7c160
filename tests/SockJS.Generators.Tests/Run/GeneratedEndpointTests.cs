using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace SockJS.Generators.Tests.Run;

public sealed class GeneratedEndpointTests
{
    private readonly FakeConnection _connection = new();

    [Fact]
    public async Task A_message_goes_through_the_handler_and_back()
    {
        var app = new CompiledApp(
            """
            [SockJSEndpoint("/echo")]
            internal sealed partial class Echo
            {
                private int _count;

                [OnMessage]
                private string Say(string message) => $"{++_count} {message}";
            }
            """);

        await using var echo = app.Connect("Echo", _connection, Services());
        await echo.OnOpenAsync();
        await echo.OnMessageAsync("a");
        await echo.OnMessageAsync("b");

        Assert.Equal(["1 a", "2 b"], _connection.Sent);
    }

    [Theory]
    [InlineData("string? M(string m) => m + \"1\";", new[] { "x1" })]
    [InlineData("string? M(string m) => null;", new string[0])]
    [InlineData("async Task<string> M(string m) { await Task.Yield(); return m + \"2\"; }", new[] { "x2" })]
    [InlineData("async ValueTask<string?> M(string m) { await Task.Yield(); return m + \"3\"; }", new[] { "x3" })]
    [InlineData("async IAsyncEnumerable<string> M(string m) { yield return m; await Task.Yield(); yield return \"4\"; }", new[] { "x", "4" })]
    [InlineData("Task M(SockJSConnection c, string m) => c.SendAsync(m + \"5\").AsTask();", new[] { "x5" })]
    [InlineData("ValueTask M(string m, SockJSConnection c) => c.SendAsync(m + \"6\");", new[] { "x6" })]
    [InlineData("void M(string m, SockJSConnection c) { c.TrySend(m + \"7\"); }", new[] { "x7" })]
    public async Task What_a_handler_returns_is_sent(string method, string[] expected)
    {
        var app = new CompiledApp($$"""[SockJSEndpoint("/a")] public partial class A { [OnMessage] {{method}} }""");

        await using (var handler = app.Connect("A", _connection, Services()))
        {
            await handler.OnOpenAsync();
            await handler.OnMessageAsync("x");
        }

        Assert.Equal(expected, _connection.Sent);
    }

    [Fact]
    public async Task Constructor_and_handlers_get_what_they_ask_for()
    {
        var app = new CompiledApp(
            """
            [SockJSEndpoint("/a")]
            public partial class A(
                SockJSConnection connection, Version version, [FromKeyedServices("k")] Version keyed, int number = 7, Uri? missing = null)
            {
                [OnOpen]
                public string Open(Version again, IServiceProvider services, SockJSConnection same, CancellationToken closed)
                    => $"{version} {keyed} {number} {missing is null} {ReferenceEquals(version, again)} {services is not null} "
                        + $"{ReferenceEquals(connection, same)} {closed == connection.Closed}";

                [OnClose]
                public void Close(SockJSCloseReason reason, [FromKeyedServices("k")] Version big) => connection.TrySend($"{reason.Code} {big}");
            }
            """);
        var services = Services(services => services.AddSingleton(new Version(1, 0)).AddKeyedSingleton("k", new Version(2, 0)));

        await using var handler = app.Connect("A", _connection, services);
        await handler.OnOpenAsync();
        await handler.OnCloseAsync(new SockJSCloseReason(SockJSCloseKind.ServerClosed, 3000, "bye"));

        Assert.Equal(["1.0 2.0 7 True True True True True", "3000 2.0"], _connection.Sent);
    }

    [Fact]
    public async Task Mapping_the_assembly_maps_every_class_with_its_metadata()
    {
        var app = new CompiledApp(
            """
            [Microsoft.AspNetCore.Authorization.Authorize("members")]
            [SockJSEndpoint("/a")] public partial class A { [OnMessage] void M() { } }

            public partial class Outer { [SockJSEndpoint("/b/c")] internal partial class B { [OnMessage] void M() { } } }
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSockJS();
        await using var host = builder.Build();

        app.MapSockJSEndpoints(host);

        var routes = ((IEndpointRouteBuilder)host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.Contains(routes, route => route.RoutePattern.RawText == "/b/c/info");
        Assert.All(routes, route => Assert.Equal(
            route.RoutePattern.RawText!.StartsWith("/a", StringComparison.Ordinal) ? "members" : null,
            route.Metadata.GetMetadata<AuthorizeAttribute>()?.Policy));
    }

    private static ServiceProvider Services(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
