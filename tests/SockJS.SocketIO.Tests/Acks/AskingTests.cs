using System.Text.Json;
using SockJS.SocketIO.SourceGeneration;
using SockJS.SocketIO.Tests.Support;
using SockJS.Testing;

namespace SockJS.SocketIO.Tests.Acks;

public sealed class AskingTests
{
    [Fact]
    public async Task A_handler_may_wait_for_the_answer_of_its_own_client()
    {
        var client = new SocketWorld(ns => ns.On("go", async (socket, _) =>
        {
            var sum = await socket.EmitWithAckAsync<int>("add", 1, 2);
            await socket.EmitAsync("sum", sum);
        })).Connect();
        await client.JoinAsync();

        client.Send("""2["go"]""");
        Assert.Equal("""20["add",1,2]""", await client.NextAsync());
        client.Send("30[3]");

        Assert.Equal("""2["sum",3]""", await client.NextAsync());
    }

    [Fact]
    public async Task An_answer_may_be_binary()
    {
        var (client, socket) = await JoinAsync();

        var asking = socket.EmitWithAckAsync<byte[]>("file", new[] { "a", "b" });
        Assert.Equal("""20["file",["a","b"]]""", await client.NextAsync());
        client.Send("""61-0[{"_placeholder":true,"num":0}]""").SendBinary(7, 8);

        Assert.Equal([7, 8], await asking.WaitAsync(Eventually.Patience));
    }

    [Fact]
    public async Task No_argument_is_the_default_of_the_type()
    {
        var (client, socket) = await JoinAsync();

        var asking = socket.EmitWithAckAsync<string>("any");
        client.Send("30[]");

        Assert.Null(await asking.WaitAsync(Eventually.Patience));
    }

    [Fact]
    public async Task An_answer_that_is_something_else_fails_whoever_has_asked()
    {
        var (client, socket) = await JoinAsync();

        var asking = socket.EmitWithAckAsync<int>("any");
        client.Send("""30["text"]""");

        await Assert.ThrowsAnyAsync<JsonException>(() => asking.WaitAsync(Eventually.Patience));
        Assert.True(client.Connection.IsOpen);
    }

    [Fact]
    public async Task Methods_of_client_interfaces_send_what_their_parameters_are_declared_as()
    {
        var (client, socket) = await JoinAsync();
        var sender = new EventSender(socket);
        SocketWorld.Animal cat = new SocketWorld.Cat("Tom", 9);

        _ = sender.EmitWithAckAsync<int, SocketWorld.Animal>("feed", cat);
        Assert.Equal("""20["feed",{"name":"Tom"}]""", await client.NextAsync());
        _ = sender.EmitWithAckAsync<int, SocketWorld.Animal?, byte[]>("feed", null, [1]);
        Assert.Equal("""51-1["feed",null,{"_placeholder":true,"num":0}]""", await client.NextAsync());
        Assert.Equal("b:01", await client.NextAsync());
        _ = sender.EmitWithAckAsync<int, SocketWorld.Animal, int, SocketWorld.Animal>("feed", cat, 1, cat);
        Assert.Equal("""22["feed",{"name":"Tom"},1,{"name":"Tom"}]""", await client.NextAsync());
        _ = sender.EmitWithAckAsync<int, int, int, SocketWorld.Animal, string>("feed", 1, 2, cat, "x");
        Assert.Equal("""23["feed",1,2,{"name":"Tom"},"x"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Any_number_of_answers_is_waited_for_before_one_timer()
    {
        var time = new CountingTime();
        var (client, socket) = await JoinAsync(options => options.AckTimeout = TimeSpan.FromSeconds(30), time);
        var timers = time.Timers;

        var asking = Enumerable.Range(0, 100).Select(_ => socket.EmitWithAckAsync<int>("any")).ToArray();
        time.Manual.Advance(TimeSpan.FromSeconds(20));
        var late = socket.EmitWithAckAsync<int>("any");
        client.Send("30[7]");

        Assert.Equal(timers, time.Timers);
        Assert.Equal(7, await asking[0].WaitAsync(Eventually.Patience));
        Assert.All(asking[1..], static one => Assert.False(one.IsCompleted));
        time.Manual.Advance(TimeSpan.FromSeconds(10.5));
        foreach (var one in asking[1..])
            await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => one.WaitAsync(Eventually.Patience));
        Assert.False(late.IsCompleted);
        time.Manual.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => late.WaitAsync(Eventually.Patience));
        Assert.Equal(timers, time.Timers);
    }

    [Fact]
    public async Task A_client_that_does_not_answer_in_time_is_given_up()
    {
        var (_, socket) = await JoinAsync(options => options.AckTimeout = TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => socket.EmitWithAckAsync<int>("any"));
        Assert.Equal(0, ((SocketIO.Rooms.RoomMember)socket).Acks.Count);
    }

    [Fact]
    public async Task A_token_ends_the_wait()
    {
        var (_, socket) = await JoinAsync();
        using var source = new CancellationTokenSource();

        var asking = socket.EmitWithAckAsync<int>("any", source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(0, ((SocketIO.Rooms.RoomMember)socket).Acks.Count);
    }

    [Fact]
    public async Task Whoever_waits_hears_at_once_that_the_client_is_gone()
    {
        var (client, socket) = await JoinAsync();

        var asking = socket.EmitWithAckAsync<int>("any");
        await client.LoseAsync();

        await Assert.ThrowsAsync<SocketIODisconnectedException>(() => asking.WaitAsync(Eventually.Patience));
        await Assert.ThrowsAsync<SocketIODisconnectedException>(() => socket.EmitWithAckAsync<int>("any"));
    }

    [Fact]
    public async Task A_handler_that_waits_for_an_answer_ends_with_its_client()
    {
        var failure = new TaskCompletionSource<Exception>();
        var client = new SocketWorld(ns => ns.On("go", async (socket, _) =>
        {
            try
            {
                await socket.EmitWithAckAsync<int>("any");
            }
            catch (Exception exception)
            {
                failure.SetResult(exception);
                throw;
            }
        })).Connect();
        await client.JoinAsync();
        client.Send("""2["go"]""");
        await client.NextAsync();

        await client.LoseAsync();

        Assert.IsType<SocketIODisconnectedException>(await failure.Task.WaitAsync(Eventually.Patience));
    }

    [Fact]
    public async Task Answers_are_waited_for_up_to_a_bound()
    {
        var (_, socket) = await JoinAsync(options => options.MaxPendingAcks = 1);
        _ = socket.EmitWithAckAsync<int>("any");

        await Assert.ThrowsAsync<InvalidOperationException>(() => socket.EmitWithAckAsync<int>("any"));
    }

    [Fact]
    public async Task Many_are_asked_under_one_number()
    {
        var world = new SocketWorld(_ => { }, options: null);
        var (first, second) = (world.Connect(), world.Connect());
        await first.JoinAsync();
        await second.JoinAsync();

        var asking = world.Directory.Of("/").EmitWithAckAsync<string>("who");
        Assert.Equal("""20["who"]""", await first.NextAsync());
        Assert.Equal("""20["who"]""", await second.NextAsync());
        first.Send("""30["first"]""", """30["again"]""");
        second.Send("""30["second"]""");

        Assert.Equal(["first", "second"], await asking.WaitAsync(Eventually.Patience));
    }

    [Fact]
    public async Task Nobody_to_ask_is_an_empty_success()
        => Assert.Empty(await new SocketWorld(_ => { }, options: null).Directory.Of("/").EmitWithAckAsync<int>("who"));

    [Fact]
    public async Task The_answers_that_came_in_time_are_not_lost()
    {
        var world = new SocketWorld(_ => { }, options: null);
        var (first, second) = (world.Connect(), world.Connect());
        await first.JoinAsync();
        var id = await second.JoinAsync();

        var asking = world.Directory.Of("/").EmitWithAckAsync<int>("who");
        first.Send("30[1]");
        await second.LoseAsync();

        var failure = await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => asking.WaitAsync(Eventually.Patience));
        Assert.Equal([1], failure.PartialResponses);
        Assert.Null(world.Directory.Of("/").Find(id));
    }

    [Fact]
    public async Task An_answer_that_is_something_else_does_not_spoil_those_of_others()
    {
        var world = new SocketWorld(_ => { }, options: null);
        var (first, second) = (world.Connect(), world.Connect());
        await first.JoinAsync();
        await second.JoinAsync();

        var asking = world.Directory.Of("/").EmitWithAckAsync<int>("who");
        first.Send("""30["no number"]""");
        second.Send("30[2]");

        var failure = await Assert.ThrowsAsync<SocketIOAckTimeoutException>(() => asking.WaitAsync(Eventually.Patience));
        Assert.Equal([2], failure.PartialResponses);
        Assert.IsType<System.Text.Json.JsonException>(failure.InnerException);
    }

    [Fact]
    public async Task Those_that_do_not_answer_keep_nothing_of_the_question()
    {
        var world = new SocketWorld(_ => { }, options: null);
        var client = world.Connect();
        var id = await client.JoinAsync();

        await Assert.ThrowsAsync<SocketIOAckTimeoutException>(
            () => world.Directory.Of("/").WithTimeout(TimeSpan.FromMilliseconds(1)).EmitWithAckAsync<int>("who"));

        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        Assert.Equal(0, ((SocketIO.Rooms.RoomMember)world.Directory.Of("/").Find(id)!).Acks.Count);
    }

    private static async Task<(TestClient Client, SocketIOSocket Socket)> JoinAsync(Action<SocketIOOptions>? options = null, TimeProvider? time = null)
    {
        var world = new SocketWorld(_ => { }, options, time);
        var client = world.Connect();
        var id = await client.JoinAsync();
        await Eventually.TrueAsync(() => world.Directory.Of("/").Find(id) is not null);
        return (client, world.Directory.Of("/").Find(id)!);
    }

    private sealed class CountingTime : TimeProvider
    {
        private int _timers;

        public ManualTimeProvider Manual { get; } = new();

        public int Timers => Volatile.Read(ref _timers);

        public override long TimestampFrequency => Manual.TimestampFrequency;

        public override long GetTimestamp() => Manual.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Manual.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _timers);
            return Manual.CreateTimer(callback, state, dueTime, period);
        }
    }
}
