using System.Diagnostics;
using SockJS.SocketIO.Tests.Support;
using SockJS.Tests.Support;

namespace SockJS.SocketIO.Tests.Diagnostics;

/// <summary>Whoever listens sees all of the process.</summary>
[Collection(nameof(Alone))]
public sealed class EventSpanTests : IDisposable
{
    private readonly MetricsRecorder _metrics = new();
    private readonly SpanRecorder _spans = new();

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public async Task An_event_has_a_span_with_the_name_of_its_handler_and_the_pattern_of_its_namespace()
    {
        var span = await HandleAsync("/spans-{id}", "/spans-1", "say");

        Assert.Equal(("/socket.io /spans-{id} say", default(ActivitySpanId), ActivityStatusCode.Unset), (span.DisplayName, span.ParentSpanId, span.Status));
        Assert.Equal(
            "sockjs.endpoint=/socket.io, sockjs.message=say, sockjs.namespace=/spans-{id}, sockjs.transport=websocket", SpanRecorder.TagsOf(span));
        var work = Assert.Single(_spans.Of("work"), work => work.TraceId == span.TraceId);
        Assert.Equal(span.SpanId, work.ParentSpanId);
    }

    [Fact]
    public async Task A_name_that_no_handler_has_is_in_no_span()
    {
        var span = await HandleAsync("/unnamed-spans", "/unnamed-spans", "made up");

        Assert.Equal("/socket.io /unnamed-spans", span.DisplayName);
        Assert.DoesNotContain(span.TagObjects, tag => tag.Key == "sockjs.message");
    }

    [Fact]
    public async Task A_handler_that_fails_makes_an_error_of_its_event()
    {
        var span = await HandleAsync("/failing-spans", "/failing-spans", "fail");

        Assert.Equal((ActivityStatusCode.Error, "System.InvalidOperationException"), (span.Status, span.GetTagItem("error.type")));
    }

    private async Task<Activity> HandleAsync(string mapped, string joined, string name)
    {
        var world = new SocketWorld(
            io => io.Namespace(mapped, ns => ns
                .On("say", async (_, _, _) =>
                {
                    await Task.Yield();
                    SpanRecorder.Source.StartActivity("work")?.Dispose();
                })
                .On("fail", (_, _, _) => throw new InvalidOperationException("bug"))),
            metrics: _metrics);
        var client = world.Connect();
        await client.JoinAsync(joined);
        client.Send($"""2{joined},["{name}"]""");
        await Eventually.TrueAsync(() => Mine().Any());
        return Assert.Single(Mine());

        IEnumerable<Activity> Mine() => _spans.Messages.Where(span => Equals(span.GetTagItem("sockjs.namespace"), mapped));
    }
}
