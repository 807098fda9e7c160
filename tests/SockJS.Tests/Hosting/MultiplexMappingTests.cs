using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Hosting;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class MultiplexMappingTests
{
    [Fact]
    public async Task Channels_of_classes_and_of_delegates_share_a_socket()
    {
        await using var app = await StartAsync(static channels => channels.Add<ProbeChannel>().Add("bob", ShoutAsync));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await client.SendAsync("sub,ann");
        await client.ReadsAsync("msg,ann,scope 1");
        await client.SendAsync("sub,bob");
        await client.SendAsync("msg,bob,hello");
        await client.ReadsAsync("msg,bob,HELLO");
        await client.SendAsync("msg,ann,a,b");
        await client.ReadsAsync("msg,ann,a,b");
        await client.SendAsync("msg,bob,bye");
        await client.ReadsAsync("uns,bob");
        await client.SendAsync("msg,ann,still here");
        await client.ReadsAsync("msg,ann,still here");
    }

    [Fact]
    public async Task Every_channel_has_a_handler_and_a_scope_of_its_own_which_end_with_it()
    {
        await using var app = await StartAsync(static channels => channels.Add<ProbeChannel>());
        using var one = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        using var other = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await one.SendAsync("sub,ann");
        await one.ReadsAsync("msg,ann,scope 1");
        await other.SendAsync("sub,ann");
        await other.ReadsAsync("msg,ann,scope 2");
        await one.SendAsync("uns,ann");
        await one.SendAsync("sub,ann");
        await one.ReadsAsync("msg,ann,scope 3");

        var scopes = app.Services.GetRequiredService<ProbeScopes>();
        await Eventually.TrueAsync(() => scopes.InOrder == 1);
        await other.CloseAsync();
        await Eventually.TrueAsync(() => scopes.InOrder == 2);
        await app.StopAsync();
        Assert.Equal(3, scopes.InOrder);
    }

    [Fact]
    public async Task Typed_messages_and_errors_about_them_go_in_frames_of_their_channel()
    {
        await using var app = await StartAsync(
            static channels => channels.Add<TypedChannel>(), static options => options.InvalidMessages = SockJSErrorPolicy.Reply);
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await client.SendAsync("sub,typed");
        await client.SendAsync("msg,typed,{\"type\":\"add\",\"data\":[1,2,3]}");
        await client.ReadsAsync("msg,typed,{\"type\":\"sum\",\"data\":6}");
        await client.SendAsync("msg,typed,{\"type\":\"multiply\"}");

        await client.ReadsAsync("msg,typed,{\"type\":\"error\",\"data\":{\"code\":\"unknown_type\",\"message\":\"Unknown message\"}}");
    }

    [Fact]
    public async Task A_message_that_is_not_understood_closes_its_channel_where_the_policy_says_so()
    {
        await using var app = await StartAsync(
            static channels => channels.Add<TypedChannel>().Add("bob", ShoutAsync), static options => options.InvalidMessages = SockJSErrorPolicy.Close);
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await client.SendAsync("sub,typed");
        await client.SendAsync("msg,typed,nonsense");
        await client.ReadsAsync("uns,typed");
        await client.SendAsync("sub,bob");
        await client.SendAsync("msg,bob,hello");

        await client.ReadsAsync("msg,bob,HELLO");
    }

    [Fact]
    public async Task Channels_are_reached_by_their_class_or_by_prefix_and_topic()
    {
        await using var app = await StartAsync(static channels => channels.Add<OpenChannel>().Add<OpenChannel>("more").Add("bob", ShoutAsync));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await client.SendAsync("sub,open");
        await client.SendAsync("sub,more");
        await client.SendAsync("sub,bob");
        var endpoints = app.Services.GetRequiredService<ISockJSClientsProvider>();
        var clients = app.Services.GetRequiredService<ISockJSClients<OpenChannel>>();
        await Eventually.TrueAsync(() => clients.All.Count == 2 && endpoints.At("/multiplex", "bob").All.Count == 1);
        await endpoints.At("/multiplex", "bob").All.SendAsync("number", 1);
        await client.ReadsAsync("msg,bob,{\"type\":\"number\",\"data\":1}");
        await clients.All.SendAsync("to the class");
        await client.ReadsAsync("msg,open,to the class", "msg,more,to the class");

        Assert.Same(clients.All, endpoints.At("/multiplex", "open").All);
        Assert.Equal(1, endpoints.At("/multiplex").All.Count);
        Assert.Throws<InvalidOperationException>(() => endpoints.At("/multiplex", "carol"));
        Assert.Throws<InvalidOperationException>(() => endpoints.At("/elsewhere", "bob"));
        await endpoints.At("/multiplex").All.CloseAsync(4000, "gone");
        await client.ReadsAsync([null]);
        await Eventually.TrueAsync(() => clients.All.Count == 0);
    }

    [Fact]
    public async Task What_a_channel_class_demands_holds_on_every_route_and_nothing_takes_it_away()
    {
        await using var app = Build(static channels => channels.AddSockJSChannels());

        Assert.All(app.Routes, static route => Assert.Equal("probes", route.Metadata.GetRequiredMetadata<AuthorizeAttribute>().Policy));
        Assert.All(app.Routes, static route => Assert.Null(route.Metadata.GetMetadata<IAllowAnonymous>()));
        Assert.All(app.Routes, static route => Assert.Equal(("/multiplex", null), Describe(route.Metadata.GetRequiredMetadata<SockJSEndpointMetadata>())));

        static (string Prefix, Type? Type) Describe(SockJSEndpointMetadata metadata) => (metadata.Prefix, metadata.EndpointType);
    }

    [Fact]
    public async Task Its_options_are_named_like_its_prefix()
    {
        await using var app = await TestApp.StartAsync(
            static builder => builder.Services.AddSockJS().Services.Configure<SockJSOptions>("/multiplex", static options => options.MaxChannelsPerConnection = 1),
            static app => app.MapSockJSMultiplex("/multiplex", static channels => channels.Add<OpenChannel>().Add("bob", ShoutAsync)));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/multiplex/websocket");
        await client.SendAsync("sub,open");
        await client.SendAsync("sub,bob");

        await client.ReadsAsync("uns,bob");
    }

    [Fact]
    public void What_cannot_work_is_refused_when_the_endpoint_is_mapped()
    {
        Assert.Throws<InvalidOperationException>(() => Build(static _ => { }));
        Assert.Throws<ArgumentNullException>("channels", () => Build(null!));
        Assert.Throws<ArgumentNullException>("topic", () => Build(static channels => channels.Add(null!, ShoutAsync)));
        Assert.Throws<ArgumentNullException>("handler", () => Build(static channels => channels.Add("bob", null!)));
        var missing = Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            static _ => { }, static app => app.MapSockJSMultiplex("/multiplex", static channels => channels.Add("bob", ShoutAsync))));
        Assert.Contains("AddSockJS", missing.Message, StringComparison.Ordinal);
        var prefix = Assert.Throws<ArgumentException>("prefix", () => TestApp.Build(
            static services => services.AddSockJS(), static app => app.MapSockJSMultiplex("multiplex", static channels => channels.Add("bob", ShoutAsync))));
        Assert.Contains("does not start with a slash", prefix.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a,b", "contains a comma, which ends the topic in a frame")]
    public void A_bad_topic_is_refused_with_what_is_wrong_with_it(string topic, string problem)
    {
        Check(channels => channels.Add(topic, ShoutAsync));
        Check(channels => channels.Add<OpenChannel>(topic));

        void Check(Action<SockJSChannelsBuilder> add)
            => Assert.StartsWith($"The topic \"{topic}\" {problem}.", Assert.Throws<ArgumentException>(nameof(topic), () => Build(add)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_is_added_once()
    {
        var exception = Assert.Throws<ArgumentException>("topic", () => Build(static channels => channels.Add<OpenChannel>().Add("Open", ShoutAsync).Add("open", ShoutAsync)));

        Assert.StartsWith("The endpoint has a channel \"open\" already.", exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(Action<SockJSChannelsBuilder> channels, Action<SockJSOptions>? configure = null)
        => TestApp.StartAsync(
            static builder => builder.Services.AddSockJS().Services.AddSingleton<ProbeScopes>().AddScoped<ProbeScope>(),
            app => app.MapSockJSMultiplex("/multiplex", channels, configure));

    private static TestApp Build(Action<SockJSChannelsBuilder> channels)
        => TestApp.Build(static services => services.AddSockJS(), app => app.MapSockJSMultiplex("/multiplex", channels));

    private static async Task ShoutAsync(SockJSConnection connection)
    {
        await foreach (var message in connection.ReadAllAsync())
        {
            if (message == "bye")
                break;
            await connection.SendAsync(message.ToUpperInvariant());
        }
    }
}
