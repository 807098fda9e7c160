using SockJS.SocketIO.EngineIO;
using SockJS.SocketIO.Hosting;
using SockJS.SocketIO.Tests.Support;

namespace SockJS.SocketIO.Tests.Connections;

public sealed class EventTests
{
    private static readonly Action<SocketIONamespaceBuilder> s_echo = static ns => ns
        .On("message", static (socket, arguments) => socket.EmitAsync("message-back", arguments))
        .On("message-with-ack", static (_, arguments, ack) => ack.SendAsync(arguments));

    [Theory]
    [InlineData("""2["message",1,"2",{"3":[false]}]""", """2["message-back",1,"2",{"3":[false]}]""")]
    [InlineData("""2["message"]""", """2["message-back"]""")]
    [InlineData("""2456["message-with-ack",1,"2"]""", """3456[1,"2"]""")]
    [InlineData("""20["message-with-ack"]""", """30[]""")]
    [InlineData("""2/,["message",1.50]""", """2["message-back",1.50]""")]
    [InlineData("""218446744073709551615["message-with-ack"]""", """318446744073709551615[]""")]
    public async Task Events_reach_their_handlers(string packet, string answer)
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send(packet);

        Assert.Equal(answer, await client.NextAsync());
    }

    [Fact]
    public async Task Binary_values_go_both_ways()
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send("""52-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]""").SendBinary(1, 2, 3).SendBinary(4, 5, 6);

        Assert.Equal("""52-["message-back",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]""", await client.NextAsync());
        Assert.Equal("b:010203", await client.NextAsync());
        Assert.Equal("b:040506", await client.NextAsync());

        client.Send("""51-789["message-with-ack",{"_placeholder":true,"num":0}]""").SendBinary(1);

        Assert.Equal("""61-789[{"_placeholder":true,"num":0}]""", await client.NextAsync());
        Assert.Equal("b:01", await client.NextAsync());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2{}")]
    [InlineData("2[]")]
    [InlineData("2[null]")]
    [InlineData("2[{}]")]
    [InlineData("2abc[\"message\"]")]
    [InlineData("2[\"message\"]x")]
    [InlineData("2[\"connect\"]")]
    [InlineData("2[\"disconnecting\"]")]
    [InlineData("2[\"\\u0063onnect\"]")]
    [InlineData("299999999999999999999[\"message\"]")]
    [InlineData("2/other,[\"message\"]")]
    [InlineData("1{}")]
    [InlineData("3{}")]
    [InlineData("31{}")]
    [InlineData("4{}")]
    [InlineData("50-[\"message\"]")]
    [InlineData("511-[\"message\"]")]
    [InlineData("5[\"message\"]")]
    public async Task What_breaks_a_rule_closes_the_connection(string packet)
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send(packet);

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Theory]
    [InlineData("""51-["message",{"_placeholder":true,"num":1}]""")]
    [InlineData("""51-["message",{"_placeholder":true,"num":0.5}]""")]
    [InlineData("""51-["message",{"_placeholder":true,"num":"x"}]""")]
    public async Task A_placeholder_for_nothing_closes_the_connection(string packet)
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send(packet).SendBinary(1);

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_text_in_place_of_an_attachment_closes_the_connection()
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send("""51-["message",{"_placeholder":true,"num":0}]""", """2["message"]""");

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task An_attachment_of_nothing_closes_the_connection()
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.SendBinary(1);

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task Json_that_is_nested_too_deep_closes_the_connection()
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send($"""2["message",{new string('[', 100_000)}{new string(']', 100_000)}]""");

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }

    [Fact]
    public async Task Unknown_events_and_answers_that_nobody_waits_for_are_ignored()
    {
        var client = new SocketWorld(s_echo).Connect();
        await client.JoinAsync();

        client.Send("""2["unknown"]""", """21["unknown"]""", "3999[1]", """2["message"]""");

        Assert.Equal("""2["message-back"]""", await client.NextAsync());
    }

    [Fact]
    public async Task An_ack_that_the_client_does_not_want_does_nothing()
    {
        var wanted = new TaskCompletionSource<bool>();
        var client = new SocketWorld(ns => ns.On("echo", async (_, _, ack) =>
        {
            await ack.SendAsync(1);
            wanted.SetResult(ack.IsWanted);
        })).Connect();
        await client.JoinAsync();

        client.Send("""2["echo"]""");

        Assert.False(await wanted.Task.WaitAsync(Eventually.Patience));
        await client.LoseAsync();
        Assert.Single(client.Connection.Sent);
    }

    [Fact]
    public async Task Only_the_first_answer_is_sent()
    {
        var client = new SocketWorld(ns => ns.On("echo", async (_, _, ack) =>
        {
            await ack.SendAsync("first");
            await ack.SendAsync("second");
        })).Connect();
        await client.JoinAsync();

        client.Send("""21["echo"]""", """22["echo"]""");

        Assert.Equal("""31["first"]""", await client.NextAsync());
        Assert.Equal("""32["first"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Events_are_handled_one_after_the_other()
    {
        var first = new TaskCompletionSource();
        var client = new SocketWorld(ns => ns
            .On("slow", async (socket, _) => { await first.Task; await socket.EmitAsync("slow"); })
            .On("quick", (socket, _) => socket.EmitAsync("quick"))).Connect();
        await client.JoinAsync();

        client.Send("""2["slow"]""", """2["quick"]""");
        first.SetResult();

        Assert.Equal("""2["slow"]""", await client.NextAsync());
        Assert.Equal("""2["quick"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Where_several_may_be_handled_at_once_a_slow_one_holds_up_none()
    {
        var first = new TaskCompletionSource();
        var client = new SocketWorld(
            ns => ns
                .On("slow", async (socket, arguments) => { await first.Task; await socket.EmitAsync("slow", arguments); })
                .On("quick", (socket, _) => socket.EmitAsync("quick")),
            options => options.MaxConcurrentEvents = 2).Connect();
        await client.JoinAsync();

        client.Send("""2["slow",1]""", """2["quick"]""");

        Assert.Equal("""2["quick"]""", await client.NextAsync());
        first.SetResult();
        Assert.Equal("""2["slow",1]""", await client.NextAsync());
    }

    [Fact]
    public async Task A_handler_that_fails_ends_nothing_but_itself()
    {
        var client = new SocketWorld(ns => ns
            .On("bad", (_, _) => throw new InvalidOperationException())
            .On("good", (socket, _) => socket.EmitAsync("good"))).Connect();
        await client.JoinAsync();

        client.Send("""2["bad"]""", """2["good"]""");

        Assert.Equal("""2["good"]""", await client.NextAsync());
    }

    [Fact]
    public async Task A_filter_may_answer_in_place_of_the_handler()
    {
        var client = new SocketWorld(ns => ns
            .UseEvents(async (context, next) =>
            {
                if (context.Name == "secret")
                    await context.Ack.SendAsync("no");
                await next();
            })
            .OnAny((_, name, _, ack) => ack.SendAsync(name))).Connect();
        await client.JoinAsync();

        client.Send("""21["open"]""", """22["secret"]""", """23["open"]""");

        Assert.Equal("""31["open"]""", await client.NextAsync());
        Assert.Equal("""32["no"]""", await client.NextAsync());
        Assert.Equal("""33["open"]""", await client.NextAsync());
    }

    [Fact]
    public async Task Arguments_without_number_are_passed_on_in_a_time_that_grows_with_their_number()
    {
        var client = new SocketWorld(ns => ns.On("echo", (socket, arguments) => socket.EmitAsync("echo", arguments))).Connect();
        await client.JoinAsync();
        var packet = "2[\"echo\"" + string.Concat(Enumerable.Repeat(",1", 400_000)) + "]";

        client.Send(packet);

        Assert.Equal(packet, await client.NextAsync());
    }

    [Fact]
    public async Task A_binary_event_with_a_name_that_is_no_text_closes_the_connection()
    {
        var client = new SocketWorld(ns => ns.On("echo", (socket, arguments) => socket.EmitAsync("echo", arguments))).Connect();
        await client.JoinAsync();

        client.Send("""51-["echo",{"_place\ud800":1}]""").SendBinary(1);

        Assert.Equal(EngineIOCloseReason.ForcedClose, await client.ClosedAsync());
    }
}
