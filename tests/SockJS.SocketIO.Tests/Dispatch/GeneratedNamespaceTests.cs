using Microsoft.Extensions.Logging;

namespace SockJS.SocketIO.Tests.Dispatch;

/// <summary>Events on their way through generated code to the methods of a class.</summary>
public sealed class GeneratedNamespaceTests
{
    [Theory]
    [InlineData("""["say",{"text":"hi"},"ann"]""", "answer 7 \"hi 0 ann\"")]
    [InlineData("""["say",{"text":"hi"},"ann",1,2,3]""", "answer 7 \"hi 0 ann\"")]
    [InlineData("""["say",{"text":"hi"},null]""", "answer 7 \"hi 0 all\"")]
    [InlineData("""["say",{"text":"hi"}]""", "answer 7 \"hi 0 all\"")]
    [InlineData("""["s\u0061y",{"text":"hi"}]""", "answer 7 \"hi 0 all\"")]
    public async Task Arguments_are_bound_by_position_and_the_result_answers(string json, string answer)
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync(json, ackId: 7);

        Assert.Equal([answer], socket.Socket.Sent);
    }

    [Fact]
    public async Task A_result_that_nobody_wants_is_dropped()
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync("""["say",{"text":"hi"}]""");

        Assert.Empty(socket.Socket.Sent);
    }

    [Fact]
    public async Task Default_values_stand_for_arguments_that_are_missing()
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync("""["add",5]""");
        await socket.HandleAsync("""["add",5,3]""", ackId: 0);

        Assert.Equal(20, socket.Instance!.Sum);
        Assert.Equal(["answer 0"], socket.Socket.Sent);
    }

    [Theory]
    [InlineData("""["later"]""", "answer 1 42")]
    [InlineData("""["slow"]""", "answer 1")]
    public async Task An_asynchronous_handler_answers_when_it_has_ended(string json, string answer)
    {
        await using var socket = await new TestSocket().ConnectAsync();

        var handling = socket.HandleAsync(json, ackId: 1);
        Assert.Empty(socket.Socket.Sent);
        Assert.False(handling.IsCompleted);
        socket.Instance!.Gate.SetResult();
        await handling;

        Assert.Equal([answer], socket.Socket.Sent);
    }

    [Fact]
    public async Task Binary_values_come_from_the_attachments()
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync("""["upload",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}]""", null, [9], [1, 2, 3]);
        await socket.HandleAsync("""["say",{"text":"a","picture":{"_placeholder":true,"num":0}}]""", 2, [1, 2]);

        Assert.Contains("3 9", socket.Diary.Lines);
        Assert.Equal(["answer 2 \"a 2 all\""], socket.Socket.Sent);
    }

    [Theory]
    [InlineData("""["add"]""", "\"number\" is missing.")]
    [InlineData("""["add",null]""", "\"number\" must not be null.")]
    [InlineData("""["add","x"]""", "\"number\": The JSON value could not be converted")]
    [InlineData("""["upload",{"_placeholder":true,"num":0},""]""", "\"first\": A binary value was expected.")]
    public async Task Arguments_that_cannot_be_bound_never_reach_the_handler_and_the_connection_stays(string json, string problem)
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync(json, ackId: 3);

        Assert.Equal(0, socket.Instance!.Sum);
        Assert.Empty(socket.Socket.Sent);
        var (level, name, text) = Assert.Single(socket.Log.Lines);
        Assert.Equal((LogLevel.Warning, "EventRefused"), (level, name));
        Assert.Contains(problem, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_is_closed_where_that_was_asked_for()
    {
        await using var socket = await new TestSocket(closes: true).ConnectAsync();

        await socket.HandleAsync("""["add"]""");

        Assert.Equal(["disconnect True"], socket.Socket.Sent);
    }

    [Theory]
    [InlineData("""["other",5]""", "other 1 5")]
    [InlineData("""["Add",1,2]""", "Add 2 1")]
    [InlineData("""[12,3]""", "12 1 3")]
    [InlineData("""["nää"]""", "named")]
    public async Task Other_events_go_to_the_handler_of_any(string json, string line)
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await socket.HandleAsync(json);

        Assert.Equal(line, socket.Diary.Lines[^1]);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task What_a_handler_throws_answers_nothing_and_the_next_event_is_handled(string late)
    {
        await using var socket = await new TestSocket().ConnectAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await socket.HandleAsync($"""["fail",{late}]""", ackId: 1));
        await socket.HandleAsync("""["add",1]""");

        Assert.Equal(1, socket.Instance!.Sum);
        Assert.Empty(socket.Socket.Sent);
    }

    [Fact]
    public async Task A_handler_that_ends_at_once_allocates_nothing()
    {
        await using var socket = await new TestSocket().ConnectAsync();
        var received = TestSocket.Event("""["add",1,2]""");
        for (var i = 0; i < 100; i++)
            Handle(socket);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Handle(socket);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2200, socket.Instance!.Sum);

        void Handle(TestSocket to)
        {
            var handling = to.HandleAsync(in received);
            if (!handling.IsCompletedSuccessfully)
                throw new InvalidOperationException("It did not end at once.");
            handling.GetAwaiter().GetResult();
        }
    }
}
