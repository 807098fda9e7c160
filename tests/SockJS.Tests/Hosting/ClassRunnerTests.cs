using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Hosting;

public sealed class ClassRunnerTests
{
    private readonly ConcurrentQueue<string> _calls = new();

    [Fact]
    public async Task Every_connection_has_a_handler_and_a_scope_of_its_own()
    {
        var handlers = new ConcurrentDictionary<SockJSConnection, Handler>();
        using var world = World(handlers);
        var (one, _) = await world.ConnectAsync();
        var (other, _) = await world.ConnectAsync();

        Assert.NotSame(handlers[one], handlers[other]);
        Assert.NotSame(handlers[one].Service, handlers[other].Service);
    }

    [Fact]
    public async Task The_handler_is_disposed_after_its_close_and_before_the_services_of_its_scope()
    {
        using var world = World();
        var (session, _) = await world.ConnectAsync();
        await session.CloseAsync();
        await world.Table.ShutDownAsync().SoonAsync();

        Assert.Equal(["close", "handler disposed", "service disposed"], _calls);
    }

    [Fact]
    public async Task An_exception_of_a_disposal_is_logged()
    {
        using var world = World(disposal: static () => throw new InvalidOperationException("disposal"));
        world.Log.Expect("HandlerFailed");
        var (session, _) = await world.ConnectAsync();
        await session.CloseAsync();
        await world.Table.ShutDownAsync().SoonAsync();

        Assert.Equal("disposal", Assert.Single(world.Log.Errors).Exception?.Message);
        Assert.Equal(["close", "service disposed"], _calls);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_built_closes_its_connection()
    {
        using var world = SessionWorld.Of(
            new EndpointDescriptor<Handler>("/test", static (_, _) => throw new InvalidOperationException("constructor")));
        world.Log.Expect("HandlerFailed");
        var (_, sink) = await world.ConnectAsync();

        await sink.Ended.SoonAsync();
        Assert.Equal(["o", "c[4500,\"Internal error\"]"], sink.Frames);
        Assert.Equal("constructor", Assert.Single(world.Log.Errors).Exception?.Message);
    }

    [Fact]
    public async Task An_instance_that_the_end_of_its_connection_prevented_gets_no_messages()
    {
        var left = new TaskCompletionSource();
        using var world = SessionWorld.Of(new EndpointDescriptor<Handler>(
            "/test",
            (connection, _) =>
            {
                left.Task.Wait(connection.Closed);
                throw new InvalidOperationException("The wait did not end.");
            },
            routes => routes.On<string>(null, (self, _, _, text) =>
            {
                _calls.Enqueue($"{text} {self}");
                return default;
            })));
        var session = world.Open();
        var sink = world.Attach(session);
        session.TryReceive("accepted");
        session.Lost(sink);
        await world.Table.ShutDownAsync().SoonAsync();

        Assert.Empty(_calls);
    }

    private SessionWorld World(ConcurrentDictionary<SockJSConnection, Handler>? handlers = null, Action? disposal = null)
    {
        var descriptor = new EndpointDescriptor<Handler>(
            "/test",
            (connection, services) =>
            {
                var handler = new Handler(services.GetRequiredService<Service>(), disposal ?? (() => _calls.Enqueue("handler disposed")));
                handlers?.TryAdd(connection, handler);
                return handler;
            },
            onClose: (_, _, _, _) =>
            {
                _calls.Enqueue("close");
                return default;
            });
        return SessionWorld.Of(descriptor, new ServiceCollection().AddScoped(_ => new Service(_calls)));
    }

    private sealed class Handler(Service service, Action disposal) : IDisposable
    {
        public Service Service => service;

        public void Dispose() => disposal();
    }

    private sealed class Service(ConcurrentQueue<string> calls) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            calls.Enqueue("service disposed");
            return default;
        }
    }
}
