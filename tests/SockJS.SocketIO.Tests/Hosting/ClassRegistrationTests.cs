using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Payloads;
using SockJS.SocketIO.SourceGeneration;
using SockJS.SocketIO.Tests.Dispatch;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Hosting;

public sealed class ClassRegistrationTests
{
    [Fact]
    public async Task The_generated_method_maps_the_classes_of_the_assembly()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSocketIO();
        await using var app = builder.Build();

        app.MapSocketIO("/socket.io");
        var io = new SocketIOBuilder(app.Services).MapNamespaces();

        Assert.NotEmpty(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        Assert.Contains(io.Namespaces, one => one.Name == "/test-{id}" && one.Type == typeof(TestNamespace));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Authorization_rules_of_a_class_decide_who_connects(bool isSignedIn, bool isLetIn)
    {
        await using var services = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        var filter = AuthorizationFilter.TryCreate([new AuthorizeAttribute()], services)!;
        var socket = new FakeSocket(new ArgumentFormats(new JsonSerializerOptions()).Create("/"));
        if (isSignedIn)
            socket.User.AddIdentity(new ClaimsIdentity("test"));
        var connected = false;

        var connecting = filter.InvokeAsync(socket, () =>
        {
            connected = true;
            return default;
        }).AsTask();

        if (isLetIn)
            await connecting;
        else
            Assert.Equal("Unauthorized", (await Assert.ThrowsAsync<SocketIORefusedException>(() => connecting)).Message);
        Assert.Equal(isLetIn, connected);
    }

    [Fact]
    public void Authorization_rules_of_a_class_are_no_middleware_that_may_be_skipped()
    {
        using var services = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        var descriptor = new NamespaceDescriptor<object>("/", static (_, _) => new(), metadata: [new AuthorizeAttribute()]);

        var registration = ClassRegistration.Of(descriptor, new SocketIOClassBuilder("/", services));

        Assert.IsType<AuthorizationFilter>(Assert.Single(registration.Guards));
        Assert.Empty(registration.ConnectionFilters);
    }

    [Fact]
    public void Rules_that_nothing_applies_are_no_secret()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(() => AuthorizationFilter.TryCreate([new AuthorizeAttribute()], services));
        Assert.Null(AuthorizationFilter.TryCreate([new AuthorizeAttribute(), new AllowAnonymousAttribute()], services));
    }
}
