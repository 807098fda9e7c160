using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Adapters;

public sealed class ByteConnectionFeaturesTests
{
    [Fact]
    public async Task A_connection_has_the_features_of_one_of_Kestrel()
    {
        var checkedAll = new TaskCompletionSource<string>();
        using var world = AdapterWorld.Of(connection =>
        {
            var features = connection.Features;
            Assert.Equal(connection.ConnectionId, features.GetRequiredFeature<IConnectionIdFeature>().ConnectionId);
            Assert.Same(connection.Transport, features.GetRequiredFeature<IConnectionTransportFeature>().Transport);
            Assert.Same(connection.Items, features.GetRequiredFeature<IConnectionItemsFeature>().Items);
            Assert.Equal(connection.ConnectionClosed, features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed);
            Assert.Same(connection.RemoteEndPoint, features.GetRequiredFeature<IConnectionEndPointFeature>().RemoteEndPoint);
            Assert.NotNull(features.GetRequiredFeature<IConnectionUserFeature>().User);
            using var memory = features.GetRequiredFeature<IMemoryPoolFeature>().MemoryPool.Rent(1);
            features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            checkedAll.SetResult(connection.ConnectionId);
            return Task.CompletedTask;
        });
        var (session, sink) = await world.ConnectAsync();

        Assert.Equal(session.Id, await checkedAll.Task.SoonAsync());
        await sink.Ended.SoonAsync();
        Assert.Equal("c[1002,\"Connection interrupted\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task Its_user_is_that_of_the_newest_request_unless_the_handler_has_set_another()
    {
        var opened = new TaskCompletionSource<ConnectionContext>();
        using var world = AdapterWorld.Of(async connection =>
        {
            opened.SetResult(connection);
            await connection.ConnectionClosed.WaitAsync();
        });
        var (session, sink) = await world.ConnectAsync(user: "Ada");
        var connection = await opened.Task.SoonAsync();
        var user = connection.Features.GetRequiredFeature<IConnectionUserFeature>();

        Assert.Same(session.User, user.User);
        Assert.Same(session.User, connection.GetHttpContext()?.User);
        var other = new ClaimsPrincipal();
        user.User = other;
        Assert.Same(other, user.User);
        session.Lost(sink);
    }

    [Fact]
    public async Task What_a_handler_sets_is_what_it_gets()
    {
        using var world = AdapterWorld.Of(static connection =>
        {
            connection.ConnectionId = "mine";
            connection.Items = new ConcurrentDictionary<object, object?>();
            connection.ConnectionClosed = new CancellationToken(canceled: true);
            connection.RemoteEndPoint = new DnsEndPoint("example.com", 1);
            connection.LocalEndPoint = null;
            Assert.Equal("mine", connection.ConnectionId);
            Assert.IsType<ConcurrentDictionary<object, object?>>(connection.Items);
            Assert.True(connection.ConnectionClosed.IsCancellationRequested);
            Assert.IsType<DnsEndPoint>(connection.RemoteEndPoint);
            Assert.Null(connection.LocalEndPoint);
            return Task.CompletedTask;
        });
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal("c[1000,\"Normal closure\"]", sink.Frames[^1]);
    }

    [Fact]
    public async Task One_handler_made_with_services_serves_all_connections_behind_the_middleware_of_the_pipeline()
    {
        await using var app = await TestApp.StartAsync(
            static builder =>
            {
                builder.Services.AddSockJS();
                builder.Services.AddSingleton(new Greeting("hello"));
            },
            static app => app.MapSockJSConnectionHandler("/lines", static connections => connections
                .Use(static next => connection =>
                {
                    connection.Items["seen"] = true;
                    return next(connection);
                })
                .UseConnectionHandler<GreetingHandler>()));
        using var one = await WebSocketClient.ConnectAsync(app.Address, "/lines/websocket");
        using var other = await WebSocketClient.ConnectAsync(app.Address, "/lines/websocket");

        await one.ReadsAsync("hello 1 True", null);
        await other.ReadsAsync("hello 2 True", null);
    }

    [Fact]
    public async Task A_handler_can_be_mapped_by_its_type_alone()
    {
        await using var app = await TestApp.StartAsync(
            static builder => builder.Services.AddSockJS().Services.AddSingleton(new Greeting("hello")),
            static app => app.MapSockJSConnectionHandler<GreetingHandler>("/lines", configure: static options => options.MaxSessions = 1));
        using var client = await WebSocketClient.ConnectAsync(app.Address, "/lines/websocket");

        await client.ReadsAsync("hello 1 False", null);
        Assert.Equal(1, app.Tables[0].Context.Options.MaxSessions);
    }

    private sealed record Greeting(string Text);

    private sealed class GreetingHandler(Greeting greeting) : ConnectionHandler
    {
        private int _connections;

        public override async Task OnConnectedAsync(ConnectionContext connection)
        {
            var text = $"{greeting.Text} {Interlocked.Increment(ref _connections)} {connection.Items.ContainsKey("seen")}";
            await connection.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes(text));
        }
    }
}
