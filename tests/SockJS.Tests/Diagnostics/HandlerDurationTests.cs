using SockJS.SourceGeneration;
using SockJS.Tests.Support;
using Xunit;

namespace SockJS.Tests.Diagnostics;

public sealed class HandlerDurationTests
{
    private const string Instrument = "sockjs.server.handler.duration";

    [Fact]
    public async Task The_time_a_handler_takes_is_recorded_with_the_name_of_the_message()
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.On("say", static (self, _, _) => self.Note("said")));
        world.Receive("""{"type":"say"}""");

        Assert.Equal("sockjs.endpoint=/test, sockjs.message=say", Assert.Single(world.Metrics.Of(Instrument)).TagText);
    }

    [Fact]
    public async Task Time_passes_until_the_handler_has_ended()
    {
        var end = new TaskCompletionSource();
        using var world = SessionWorld.Of(new EndpointDescriptor<TypedHandler>(
            "/test", static (_, _) => new TypedHandler(), routes => routes.On<string>(null, (_, _, _, _) => new ValueTask(end.Task))));
        var (session, _) = await world.ConnectAsync();
        session.TryReceive("slow");
        session.Handle();
        world.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(world.Metrics.Of(Instrument));
        end.SetResult();

        await Eventually.TrueAsync(() => world.Metrics.Of(Instrument).Count == 1);
        Assert.Equal((2, "sockjs.endpoint=/test"), (world.Metrics.Of(Instrument)[0].Value, world.Metrics.Of(Instrument)[0].TagText));
    }

    [Theory]
    [InlineData("""{"type":"fail"}""", "error.type=System.InvalidOperationException, sockjs.endpoint=/test, sockjs.message=fail")]
    [InlineData("""{"type":"count","data":"one"}""", "error.type=invalid_payload, sockjs.endpoint=/test, sockjs.message=count")]
    [InlineData("""{"type":"made-up"}""", "error.type=unknown_type, sockjs.endpoint=/test")]
    [InlineData("nonsense", "error.type=invalid_message, sockjs.endpoint=/test")]
    public async Task What_went_wrong_is_recorded_with_the_duration(string message, string tags)
    {
        using var world = await TypedWorld.ConnectAsync(static routes =>
        {
            routes.On("fail", static (_, _, _) => throw new InvalidOperationException("bug"));
            routes.On<int>("count", static (_, _, _, _) => default);
        });
        world.Log.Expect("HandlerFailed");
        world.Receive(message);

        Assert.Equal(tags, Assert.Single(world.Metrics.Of(Instrument)).TagText);
    }

    [Fact]
    public async Task Measuring_a_message_allocates_nothing()
    {
        using var world = await TypedWorld.ConnectAsync(static routes => routes.On("say", static (_, _, _) => default));
        world.Metrics.KeepsNothing = true;
        var message = """{"type":"say"}"""u8.ToArray();
        Receive();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Receive();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Receive()
        {
            world.Session.NoteReceived(1, message.Length);
            world.Session.TryReceive(message);
            world.Session.Handle();
        }
    }
}
