using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SockJS.Diagnostics;
using SockJS.Dispatch;
using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Dispatch;

public sealed class HandlerDispatcherTests
{
    private static readonly SockJSCloseReason s_reason = new(SockJSCloseKind.Lost, 1006, "Connection lost");

    private readonly List<string> _calls = [];

    [Fact]
    public async Task Calls_go_to_one_handler_with_its_connection_and_services()
    {
        using var world = new SessionWorld();
        var connection = world.Open();
        await using var services = new ServiceCollection().BuildServiceProvider();
        List<(object, SockJSConnection, IServiceProvider)> seen = [];
        var descriptor = new EndpointDescriptor<Handler>(
            "/test",
            (connection, services) =>
            {
                var handler = new Handler(_calls);
                seen.Add((handler, connection, services));
                return handler;
            },
            routes => routes.On<string>(null, (handler, connection, services, text) => Note(text, handler, connection, services)),
            (handler, connection, services) => Note("open", handler, connection, services),
            (handler, connection, services, reason) => Note($"closed {reason.Code}", handler, connection, services));
        var dispatcher = new HandlerDispatcher<Handler>(descriptor.Build(TestFormats.Default), world.Failures, connection, services);
        await dispatcher.OnOpenAsync();
        await dispatcher.OnMessageAsync("one");
        await dispatcher.OnMessageAsync("two");
        await dispatcher.OnCloseAsync(s_reason);

        Assert.Equal(["open", "one", "two", "closed 1006"], _calls);
        Assert.Equal((connection, services), (seen[0].Item2, seen[0].Item3));
        Assert.Single(seen.Distinct());

        ValueTask Note(string call, Handler handler, SockJSConnection connection, IServiceProvider services)
        {
            _calls.Add(call);
            seen.Add((handler, connection, services));
            return default;
        }
    }

    [Fact]
    public async Task What_a_class_does_not_handle_is_ignored()
    {
        await using var dispatcher = DispatcherOf(new EndpointHandlers<Handler> { Create = (_, _) => new Handler(_calls) });
        await dispatcher.OnOpenAsync();
        await dispatcher.OnMessageAsync("ignored");
        await dispatcher.OnCloseAsync(s_reason);

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task A_handler_whose_constructor_threw_sees_no_close()
    {
        await using var dispatcher = DispatcherOf(new EndpointHandlers<Handler>
        {
            Create = static (_, _) => throw new InvalidOperationException(),
            OnClose = (_, _, _, _) =>
            {
                _calls.Add("closed");
                return default;
            },
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => dispatcher.OnOpenAsync().AsTask());
        await dispatcher.OnCloseAsync(s_reason);

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task A_handler_is_disposed_by_the_best_way_it_has()
    {
        await DisposeAsync(new Disposable(_calls));
        await DisposeAsync(new AsyncDisposable(_calls));
        await DisposeAsync(new Handler(_calls));

        Assert.Equal(["Dispose", "DisposeAsync"], _calls);
    }

    private static HandlerDispatcher<Handler> DispatcherOf(EndpointHandlers<Handler> handlers)
    {
        using var meters = new MetricsRecorder();
        return new HandlerDispatcher<Handler>(
            handlers, new FailureHandler(new SockJSOptions(), new SockJSMetrics(meters, "/test"), NullLogger.Instance), null!, null!);
    }

    private static async Task DisposeAsync(Handler handler)
    {
        var dispatcher = DispatcherOf(new EndpointHandlers<Handler> { Create = (_, _) => handler });
        await dispatcher.OnOpenAsync();
        await dispatcher.DisposeAsync();
    }

    private class Handler(List<string> calls)
    {
        protected List<string> Calls => calls;
    }

    private class Disposable(List<string> calls) : Handler(calls), IDisposable
    {
        public void Dispose() => Calls.Add("Dispose");
    }

    private sealed class AsyncDisposable(List<string> calls) : Disposable(calls), IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Calls.Add("DisposeAsync");
            return default;
        }
    }
}
