namespace SockJS.SocketIO.Conformance.SocketIO;

/// <summary>Answers to the events of a client.</summary>
public sealed class AckTests(PatientServer fixture) : ProtocolTest<PatientServer>(fixture)
{
    [Theory]
    [InlineData("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]", "43456[1,\"2\",{\"3\":[false]}]")]
    [InlineData("420[\"message-with-ack\",\"a\"]", "430[\"a\"]")]
    [InlineData("421[\"message-with-ack\"]", "431[]")]
    [InlineData("422[\"message-with-ack\",null]", "432[null]")]
    [InlineData("429007199254740991[\"message-with-ack\"]", "439007199254740991[]")]
    public async Task An_event_with_an_id_is_answered_with_it(string packet, string answer)
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync(packet);

        Assert.Equal(answer, await socket.ReadAsync());
    }

    [Fact]
    [UnlikeNode("It rounds the id, and answers with another.")]
    public async Task The_id_may_have_all_of_sixty_four_bits()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("4218446744073709551615[\"message-with-ack\"]");

        Assert.Equal("4318446744073709551615[]", await socket.ReadAsync());
    }

    [Fact]
    public async Task Over_polling_it_is_answered_too()
    {
        var session = await EnginePolling.JoinAsync(Server);

        await session.SendAsync("4212[\"message-with-ack\",1]");

        Assert.Equal(["4312[1]"], await session.PollAsync());
    }

    [Fact]
    [UnlikeNode("Its handler has no function to call, and the process ends.")]
    public async Task An_event_without_an_id_goes_to_a_handler_that_answers_and_nothing_happens()
    {
        var socket = await EngineSocket.JoinAsync(Server);

        await socket.SendAsync("42[\"message-with-ack\",1]");

        await socket.SendAsync("42[\"message\"]");
        Assert.Equal("42[\"message-back\"]", await socket.ReadAsync());
    }

    [Fact]
    public async Task The_same_id_may_be_used_again()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        for (var i = 0; i < 3; i++)
        {
            await socket.SendAsync($"425[\"message-with-ack\",{i}]");
            Assert.Equal($"435[{i}]", await socket.ReadAsync());
        }
    }

    [Fact]
    public async Task Three_hundred_answers_come_in_order()
    {
        var socket = await EngineSocket.JoinAsync(Server);
        for (var i = 0; i < 300; i++)
            await socket.SendAsync($"42{i}[\"message-with-ack\",{i}]");

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"43{i}[{i}]"), await socket.ReadAsync(300));
    }

    [Fact]
    public async Task Three_hundred_answers_to_one_payload_come_in_order()
    {
        var session = await EnginePolling.JoinAsync(Server);
        await session.SendAsync([.. Enumerable.Range(0, 300).Select(i => $"42{i}[\"message-with-ack\",{i}]")]);

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"43{i}[{i}]"), await session.ReadAsync(300));
    }
}
