using System.Diagnostics;
using SockJS.Diagnostics;
using SockJS.Sessions;
using SockJS.SourceGeneration;
using SockJS.Tests.Multiplexing;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Diagnostics;

[Collection(nameof(Alone))]
public sealed class SpanTests : IDisposable
{
    private readonly SpanRecorder _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task A_connection_has_a_span_from_open_to_close_with_a_link_to_its_request()
    {
        using var world = World(static _ => { });
        using var request = SpanRecorder.Source.StartActivity("request")!;
        var (session, _) = await world.ConnectAsync();
        Assert.Empty(_spans.Connections);
        await session.CloseAsync(4001, "enough");
        await world.Table.ShutDownAsync().SoonAsync();
        world.Pass(TimeSpan.FromSeconds(6));

        await Eventually.TrueAsync(() => _spans.Connections.Count == 1);
        var span = _spans.Connections[0];
        Assert.Equal(("/test", default, ActivityStatusCode.Unset), (span.DisplayName, span.ParentSpanId, span.Status));
        Assert.Equal(request.Context, Assert.Single(span.Links).Context);
        Assert.Equal("sockjs.close.code=4001, sockjs.close.kind=ServerClosed, sockjs.endpoint=/test, sockjs.transport=xhr-streaming", SpanRecorder.TagsOf(span));
    }

    [Fact]
    public async Task A_message_has_a_span_without_a_parent_and_with_a_link_to_that_of_its_connection()
    {
        using var world = World(static routes => routes.On("say", static (_, _, _) => default));
        var (session, sink) = await world.ConnectAsync();
        Receive(session, """{"type":"say"}""");
        session.Lost(sink);

        await Eventually.TrueAsync(() => _spans.Connections.Count == 1);
        var span = Assert.Single(_spans.Messages);
        Assert.Equal(("/test say", default(ActivitySpanId)), (span.DisplayName, span.ParentSpanId));
        Assert.NotEqual(_spans.Connections[0].TraceId, span.TraceId);
        Assert.Equal(_spans.Connections[0].Context, Assert.Single(span.Links).Context);
        Assert.Equal("sockjs.endpoint=/test, sockjs.message=say, sockjs.transport=xhr-streaming", SpanRecorder.TagsOf(span));
    }

    [Fact]
    public async Task A_name_that_no_handler_has_is_in_no_span()
    {
        using var world = World(static routes => routes.On("say", static (_, _, _) => default));
        var (session, _) = await world.ConnectAsync();
        Receive(session, """{"type":"made-up"}""");

        var span = Assert.Single(_spans.Messages);
        Assert.Equal(("/test", ActivityStatusCode.Unset), (span.DisplayName, span.Status));
        Assert.Equal("error.type=unknown_type, sockjs.endpoint=/test, sockjs.transport=xhr-streaming", SpanRecorder.TagsOf(span));
    }

    [Fact]
    public async Task A_handler_that_fails_makes_errors_of_its_message_and_of_its_connection()
    {
        using var world = World(static routes => routes.On<string>(null, static async (_, _, _, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("bug");
        }));
        world.Log.Expect("HandlerFailed");
        var (session, _) = await world.ConnectAsync();
        Receive(session, "any");

        await Eventually.TrueAsync(() => _spans.Connections.Count == 1);
        var span = Assert.Single(_spans.Messages);
        Assert.Equal((ActivityStatusCode.Error, "System.InvalidOperationException"), (span.Status, span.GetTagItem("error.type")));
        Assert.Equal((ActivityStatusCode.Error, "HandlerFailed"), (_spans.Connections[0].Status, _spans.Connections[0].GetTagItem("sockjs.close.kind")));
    }

    [Fact]
    public async Task What_a_handler_starts_belongs_to_its_message_and_not_to_the_request_that_brought_it()
    {
        using var world = World(static routes => routes.On<string>(null, static async (_, _, _, _) =>
        {
            using (SpanRecorder.Source.StartActivity("at once"))
                await Task.Yield();
            SpanRecorder.Source.StartActivity("later")?.Dispose();
        }));
        var (session, _) = await world.ConnectAsync();
        using (var post = SpanRecorder.Source.StartActivity("post"))
        {
            Receive(session, "one");
            Assert.Same(post, Activity.Current);
        }

        await Eventually.TrueAsync(() => _spans.Of("later").Count == 1);
        await Eventually.TrueAsync(() => _spans.Messages.Count == 1);
        Assert.All([.. _spans.Of("at once"), .. _spans.Of("later")], span => Assert.Equal(_spans.Messages[0].SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task Each_message_has_a_span_of_its_own_even_where_one_read_brings_them_all()
    {
        using var world = World(static routes => routes.On<string>(null, static (_, _, _, _) =>
        {
            SpanRecorder.Source.StartActivity("work")?.Dispose();
            return default;
        }));
        var (session, _) = await world.ConnectAsync();
        Receive(session, "one", "two");

        Assert.Equal(2, _spans.Messages.Count);
        Assert.Equal(_spans.Messages.Select(static span => span.SpanId), _spans.Of("work").Select(static span => span.ParentSpanId));
    }

    [Fact]
    public async Task The_handler_of_a_channel_runs_in_the_span_of_the_connection_that_carries_it()
    {
        Activity? current = null;
        using var world = new ChannelWorld(prepare: (_, _) => current = Activity.Current);
        var (session, _) = await world.Sessions.ConnectAsync();
        await world.SubscribeAsync(session, "ann");

        Assert.Equal("SockJS.Connection", current?.OperationName);
    }

    [Fact]
    public async Task A_connection_that_is_opened_while_another_handles_a_message_does_not_belong_to_it()
    {
        var opened = new TaskCompletionSource<Activity?>();
        Func<SockJSSession>? open = null;
        using var world = World(
            routes => routes.On<string>(null, (_, _, _, _) =>
            {
                open?.Invoke();
                return default;
            }),
            (_, connection, _) =>
            {
                if (open is not null)
                    opened.SetResult(Activity.Current);
                return default;
            });
        var (session, _) = await world.ConnectAsync();
        open = () =>
        {
            var other = world.Open();
            world.Attach(other);
            return other;
        };
        Receive(session, "opens another");

        var current = (await opened.Task.SoonAsync())!;
        Assert.Equal(("SockJS.Connection", default(ActivitySpanId)), (current.OperationName, current.ParentSpanId));
        Assert.Equal(_spans.Messages[0].Context, Assert.Single(current.Links).Context);
    }

    [Fact]
    public void Where_nobody_listens_nothing_is_remembered_of_a_request()
    {
        _spans.Dispose();
        using var request = new Activity("request").Start();
        Assert.False(SockJSActivitySource.HasListeners);
        Assert.Null(ConnectionSpan.Prepare());
    }

    private static SessionWorld World(
        Action<MessageRoutes<TypedHandler>> messages, Func<TypedHandler, SockJSConnection, IServiceProvider, ValueTask>? onOpen = null)
        => SessionWorld.Of(new EndpointDescriptor<TypedHandler>("/test", static (_, _) => new TypedHandler(), messages, onOpen));

    private static void Receive(SockJSSession session, params string[] messages)
    {
        foreach (var message in messages)
            session.TryReceive(message);
        session.Handle();
    }
}
